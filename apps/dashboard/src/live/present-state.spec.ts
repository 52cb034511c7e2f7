import { parseKey, parseTopic } from '@tickway/protocol';
import { presentState } from './present-state';
import { fakeConnection } from './testing/fake-connection';

const quotes = parseTopic('quotes');

describe('a present state', () => {
  const open = () => {
    const connection = fakeConnection();
    const present = presentState(connection.frames, quotes);
    const told: string[] = [];
    const follow = () =>
      present.changes.subscribe(({ changed, replaced }) =>
        told.push(`${replaced ? 'all' : 'some'} ${changed.join(' ')}`),
      );
    return { connection, present, told, follow };
  };

  it('goes on while nobody looks, and tells all that is held to whoever comes', () => {
    const { connection, told, follow } = open();
    connection.snapshot('quotes', { ACME: { last: 1, bid: 1 } });
    connection.delta('quotes', { BOLT: { last: 2 } });
    follow();
    connection.delta('quotes', { ACME: { last: 3 } });
    expect(told).toEqual(['all ACME BOLT', 'some ACME']);
  });

  it('tells nothing of what was forgotten before its next snapshot', () => {
    const { connection, present, told, follow } = open();
    connection.snapshot('quotes', { ACME: { last: 1 } });
    present.forget();
    follow();
    connection.delta('quotes', { ACME: { last: 2 } });
    expect(told).toEqual([]);
    connection.snapshot('quotes', { ACME: { last: 3 } });
    expect(told).toEqual(['all ACME']);
  });

  it('holds what several frames added up to', () => {
    const { connection, present } = open();
    connection.snapshot('quotes', { ACME: { last: 1, bid: 1 } });
    connection.delta('quotes', { ACME: { last: 2 } });
    let fields: unknown;
    present.changes.subscribe(({ state }) => (fields = state.get(parseKey('ACME'))?.fields));
    expect(fields).toEqual({ last: 2, bid: 1 });
  });
});
