import { shape } from '@tickway/report';
import { runKinds, runStates, type Run } from './run';

const { object, text, number, list, maybe, oneOf } = shape;

/** Reads a run; its result is left to whoever knows its kind. */
export function parseRun(value: unknown): Run {
  const { id, kind, asked, state, what, share, startedAt, endedAt, command, why, result, ending } =
    object(value);
  const [ended, reason] = [maybe(endedAt, number), maybe(why, text)];
  const experiment = maybe(object(asked).name, text);
  return {
    ...{ id: text(id), kind: oneOf(runKinds, kind), state: oneOf(runStates, state) },
    ...{ what: text(what), share: number(share), startedAt: number(startedAt), command: text(command) },
    ...(experiment !== undefined && { experiment }),
    ...(ending === true && { ending }),
    ...(ended !== undefined && { endedAt: ended }),
    ...(reason !== undefined && { why: reason }),
    ...(result !== undefined && { result }),
  };
}

/** Reads the list of runs. */
export const parseRuns = (value: unknown): readonly Run[] => list(object(value).runs, parseRun);
