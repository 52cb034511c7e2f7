import type { Frame, Received, Topic } from '@tickway/protocol';

/** A frame of one type, as received. */
export type Of<T extends Frame['type']> = Received<Extract<Frame, { readonly type: T }>>;

/** Recognises frames of a type. */
export const isA =
  <T extends Frame['type']>(type: T) =>
  (frame: Received): frame is Of<T> =>
    frame.type === type;

/** Recognises frames of a type that speak of one topic. */
export const isOf =
  <T extends 'snapshot' | 'delta' | 'gap'>(type: T, topic: Topic) =>
  (frame: Received): frame is Of<T> =>
    frame.type === type && 'topic' in frame && frame.topic === topic;
