import type { TransportName } from '@tickway/protocol';
import { request } from 'node:http';
import { WebSocket } from 'ws';
import { within } from '../harness/deadline';

/** A topic, and parameters of the form in which it is wished. */
export interface FormQuestion {
  readonly topic: string;
  readonly form: string;
}

/** Asks as a client that can read nothing compressed; returns the code of the refusal, or what an answer says of its connection. */
type AskInForm = (url: string, question: FormQuestion) => Promise<unknown>;

const overHttp =
  (path: string): AskInForm =>
  (url, { topic, form }) => {
    const said = new Promise<unknown>((resolve, reject) => {
      request(`${url}/feed/${path}?topic=${topic}&${form}`, (answer) => {
        let body = '';
        answer.setEncoding('utf8').on('data', (text: string) => (body += text));
        answer.on('end', () => resolve(codeIn(body) ?? answer.headers.connection));
      })
        .once('error', reject)
        .end();
    });
    return within(said, () => 'the answer');
  };

/** The code in the first message that has one. */
async function overSocket(address: string, greet: (socket: WebSocket) => void): Promise<unknown> {
  const socket = new WebSocket(address.replace('http', 'ws'), { perMessageDeflate: false });
  socket.on('open', () => greet(socket));
  const said = new Promise<unknown>((resolve) =>
    socket.on('message', (data: Buffer) => {
      const code = codeIn(data.toString());
      if (code !== undefined) resolve(code);
    }),
  );
  return within(said, () => 'the refusal').finally(() => socket.terminate());
}

const codeIn = (text: string): string | undefined => /"code":"(\w+)"/.exec(text)?.[1];

/** Over each of the transports. */
export const askInForm: Readonly<Record<TransportName, AskInForm>> = {
  'socket.io': (url, { form }) =>
    overSocket(`${url}/feed/socket.io/?EIO=4&transport=websocket&${form}`, (socket) => socket.send('40')),
  websocket: (url, { topic, form }) =>
    overSocket(`${url}/feed/websocket?topic=${topic}&${form}`, () => undefined),
  streaming: overHttp('streaming'),
  'long-polling': overHttp('long-polling'),
  polling: overHttp('polling'),
};
