/** A timetable, or another file of data, that cannot be used: the program that loads it cannot start. */
export class UnreadablePack extends Error {
  override readonly name = 'UnreadablePack';
  readonly code = 'unreadable_pack';

  /** @param file the file's name, as the operator knows it */
  constructor(
    readonly file: string,
    why: string,
    options?: ErrorOptions,
  ) {
    super(`data file ${file}: ${why}`, options);
  }
}
