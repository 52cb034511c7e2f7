/** The five ways a feed reaches a screen: exactly these strings in code, URLs, the page and reports. */
export const transportNames = ['socket.io', 'websocket', 'streaming', 'long-polling', 'polling'] as const;

export type TransportName = (typeof transportNames)[number];

/** Whether `name` is one of {@link transportNames}. */
export const isTransportName = (name: unknown): name is TransportName =>
  (transportNames as readonly unknown[]).includes(name);
