import { HttpAnswers, type AnswerHead } from '../wire/http-answers';
import { HttpRequests } from '../wire/http-requests';
import { WebSocketFrames, type WebSocketFrame } from '../wire/web-socket-frames';
import { bodyUnits, type BodyUnits } from './body-units';
import { previewOf } from './preview-of';
import type { Tap } from './tap';
import type { WireHappening } from './wire-event';
import { withoutSecrets } from './without-secrets';

/** Who said how much, to what. */
export interface Heard {
  /** What the connection was last asked for, without its query; empty before that. */
  readonly path: string;
  readonly from: 'viewer' | 'server';
  readonly framing: number;
  readonly payload: number;
}

/** Tells what happened. */
export type Tell = (heard: Heard, happening: WireHappening) => void;

const PATH = /^[A-Z]+ ([^ ?]+)/;

type Reader = (bytes: Buffer) => void;

/** Reads both directions of one connection: requests and answers, and after a 101 WebSocket frames. */
export class WireTape implements Tap {
  #viewer: Reader;
  #server: Reader;
  /** Chunk sizes and ends that belong to what comes next. */
  #framing = 0;
  #path = '';
  #units: BodyUnits | undefined;
  readonly #requests: HttpRequests;
  readonly #answers: HttpAnswers;

  constructor(private readonly tell: Tell) {
    this.#requests = new HttpRequests({
      head: (text, bytes) => this.#asked(text, bytes),
      body: (chunk) =>
        this.#say(
          { from: 'viewer', framing: 0, payload: chunk.length },
          { kind: 'unit', form: 'piece', text: previewOf(chunk) },
        ),
    });
    this.#answers = new HttpAnswers({
      head: (head) => this.#answered(head),
      body: (chunk) => this.#body(chunk),
      framing: (bytes) => (this.#framing += bytes),
      end: () => this.#ended(),
    });
    this.#viewer = (bytes) => this.#requests.add(bytes);
    this.#server = (bytes) => this.#answers.add(bytes);
  }

  fromViewer(bytes: Buffer): void {
    try {
      this.#viewer(bytes);
    } catch {
      // Not HTTP/1.1: from here on it is only counted.
      this.#viewer = this.#unread('viewer');
      this.#viewer(bytes);
    }
  }

  toViewer(bytes: Buffer): void {
    try {
      this.#server(bytes);
    } catch {
      // The same.
      this.#server = this.#unread('server');
      this.#server(bytes);
    }
  }

  closed(): void {
    this.#answers.ended();
    this.#say({ from: 'server', framing: 0, payload: 0 }, { kind: 'closed' });
  }

  #say(heard: Omit<Heard, 'path'>, happening: WireHappening): void {
    this.tell({ path: this.#path, ...heard }, happening);
  }

  #asked(text: string, bytes: number): void {
    this.#path = PATH.exec(text)?.[1] ?? '';
    this.#say(
      { from: 'viewer', framing: bytes, payload: 0 },
      { kind: 'request', text: withoutSecrets(text) },
    );
  }

  #answered({ status, bytes, text, headers }: AnswerHead): void {
    this.#say(
      { from: 'server', framing: bytes, payload: 0 },
      { kind: 'answer', status, text: withoutSecrets(text) },
    );
    if (status === 101) this.#upgrade();
    else this.#units = bodyUnits(headers, (form, unit) => this.#unit(form, unit));
  }

  #upgrade(): void {
    const [fromViewer, fromServer] = [this.#frames('viewer'), this.#frames('server')];
    this.#viewer = (bytes) => fromViewer.add(bytes);
    // The rest of this very read comes to `#body`, what follows comes here.
    this.#server = (bytes) => fromServer.add(bytes);
    this.#units = { add: (bytes) => fromServer.add(bytes), rest: () => undefined };
  }

  #frames(from: 'viewer' | 'server'): WebSocketFrames {
    const tell = ({ payload, headBytes, opcode, final, compressed }: WebSocketFrame) =>
      this.#say(
        { from, framing: headBytes, payload: payload.length },
        { kind: 'frame', opcode, final, compressed, text: previewOf(payload) },
      );
    return new WebSocketFrames(tell, from === 'viewer' ? 'client' : 'server');
  }

  #body(chunk: Buffer): void {
    this.#units?.add(chunk);
  }

  #unit(form: 'event' | 'line' | 'piece', unit: Buffer): void {
    this.#say(
      { from: 'server', framing: this.#takeFraming(), payload: unit.length },
      { kind: 'unit', form, text: previewOf(unit) },
    );
  }

  #ended(): void {
    this.#units?.rest();
    this.#units = undefined;
    this.#say({ from: 'server', framing: this.#takeFraming(), payload: 0 }, { kind: 'end' });
  }

  #takeFraming(): number {
    const framing = this.#framing;
    this.#framing = 0;
    return framing;
  }

  #unread(from: 'viewer' | 'server'): Reader {
    return (bytes) => this.#say({ from, framing: 0, payload: bytes.length }, { kind: 'unread' });
  }
}
