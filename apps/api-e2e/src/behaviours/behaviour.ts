import type { World } from '../harness/world';

/** Something that every transport does; the one list of these is run over all five. */
export interface Behaviour {
  /** The behaviour as the end of a sentence that begins with the transport's name. */
  readonly says: string;
  check(world: World): Promise<void>;
}
