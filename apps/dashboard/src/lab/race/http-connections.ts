import type { TransportName } from '@tickway/protocol';

/** What the browser tells of a finished request; times in ms. */
export interface RequestTiming {
  readonly name: string;
  readonly fetchStart: number;
  readonly connectStart: number;
  readonly connectEnd: number;
  readonly requestStart: number;
  readonly responseEnd: number;
  readonly nextHopProtocol: string;
}

/** How the finished requests of one transport used TCP connections. */
export interface ConnectionUse {
  /** Requests that finished. */
  readonly requests: number;
  /** Of them, those that had to open a connection first. */
  readonly opened: number;
  /** Mean time from the end of an answer to the next request leaving, ms; undefined before two. */
  readonly turnaroundMs?: number;
  /** As the browser names it: `http/1.1`, `h2`; empty when it does not say. */
  readonly protocol: string;
}

interface Book {
  requests: number;
  opened: number;
  turnaroundSum: number;
  turnarounds: number;
  endedAt: number;
  protocol: string;
}

const addresses: readonly (readonly [path: string, name: TransportName])[] = [
  ['/feed/long-polling?', 'long-polling'],
  ['/feed/polling?', 'polling'],
  ['/feed/streaming?', 'streaming'],
];

/** Counts, from the browser's own timing of requests, which of them opened a TCP connection and which reused one. */
export class HttpConnections {
  private readonly books = new Map<TransportName, Book>();

  take(timings: readonly RequestTiming[]): void {
    for (const timing of timings) {
      const name = addresses.find(([path]) => timing.name.includes(path))?.[1];
      if (name) this.book(this.bookOf(name), timing);
    }
  }

  of(name: TransportName): ConnectionUse | undefined {
    const book = this.books.get(name);
    if (!book) return undefined;
    const { requests, opened, protocol, turnarounds, turnaroundSum } = book;
    const turnaround = turnarounds > 0 ? { turnaroundMs: turnaroundSum / turnarounds } : {};
    return { requests, opened, protocol, ...turnaround };
  }

  /** What lies between now and the next request is not the transport's doing. */
  pause(): void {
    for (const book of this.books.values()) book.endedAt = 0;
  }

  clear(): void {
    this.books.clear();
  }

  private bookOf(name: TransportName): Book {
    const empty = { requests: 0, opened: 0, turnaroundSum: 0, turnarounds: 0, endedAt: 0, protocol: '' };
    const book = this.books.get(name) ?? empty;
    this.books.set(name, book);
    return book;
  }

  private book(book: Book, { connectStart, connectEnd, ...timing }: RequestTiming): void {
    book.requests++;
    // A reused connection has no connecting: the browser then sets both to the start of the fetch.
    if (connectEnd > connectStart) book.opened++;
    if (book.endedAt > 0) {
      // The browser may note the end of an answer after the page has read it and asked again.
      book.turnaroundSum += Math.max(0, timing.requestStart - book.endedAt);
      book.turnarounds++;
    }
    book.endedAt = timing.responseEnd;
    book.protocol = timing.nextHopProtocol;
  }
}
