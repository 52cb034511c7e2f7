import { isTransportName, type TransportName } from '@tickway/protocol';

/** How the page's values shall come: on one transport, or on the best that works. */
export type TransportChoice = TransportName | 'auto';

/** The choice when the address names none: a viewer wants values, whatever the network makes of transports. */
export const DEFAULT_CHOICE: TransportChoice = 'auto';

/** The choice an address makes: `?transport=polling`. */
export function choiceIn(search: string): TransportChoice {
  const name = new URLSearchParams(search).get('transport');
  return isTransportName(name) || name === 'auto' ? name : DEFAULT_CHOICE;
}

/** The transport that a choice begins with. */
export const firstOf = (choice: TransportChoice): TransportName => (choice === 'auto' ? 'websocket' : choice);
