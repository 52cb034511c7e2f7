import { Halt } from './halt';

/** Watches so many seconds at a band; in which of them a pause began. */
const watch = (halt: Halt, seconds: number) =>
  Array.from({ length: seconds }, () => halt.watch(true)).indexOf(true) + 1;

describe('a halt', () => {
  it('begins when the quote has stood at a band for 15 seconds', () => {
    const halt = new Halt();
    expect(watch(halt, 15)).toBe(0);
    expect(halt.state).toBe('open');
    expect(halt.watch(true)).toBe(true);
    expect(halt.state).toBe('halted');
  });

  it('does not begin when the quote came back once', () => {
    const halt = new Halt();
    watch(halt, 15);
    halt.watch(false);
    expect(watch(halt, 15)).toBe(0);
  });

  it('ends after five minutes, and the next one has as long to wait', () => {
    const halt = new Halt();
    watch(halt, 16);
    const waits = Array.from({ length: 300 }, () => halt.wait());
    expect(waits.indexOf(true)).toBe(299);
    expect(halt.state).toBe('open');
    expect(watch(halt, 16)).toBe(16);
  });

  it('is over with the session', () => {
    const halt = new Halt();
    watch(halt, 16);
    halt.clear();
    expect(halt.state).toBe('open');
    watch(halt, 15);
    halt.clear();
    expect(watch(halt, 15)).toBe(0);
  });
});
