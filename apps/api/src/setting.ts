/** A setting that cannot be used; its message names it and says what would do. */
export class BadSetting extends Error {
  override readonly name = 'BadSetting';
}

/** The settings as the process got them. */
export type Environment = Readonly<Record<string, string | undefined>>;

interface Range {
  readonly from: number;
  readonly to: number;
  readonly otherwise: number;
}

/** Reads settings by name; an unset or empty one has its default. */
export class Settings {
  constructor(private readonly environment: Environment) {}

  /** The text of a setting, without the spaces around it. */
  text(name: string): string | undefined {
    const text = this.environment[name]?.trim();
    return text === '' ? undefined : text;
  }

  /** A whole number within bounds. */
  number(name: string, { from, to, otherwise }: Range): number {
    const text = this.text(name);
    if (text === undefined) return otherwise;
    const value = /^[0-9]{1,15}$/.test(text) ? Number(text) : NaN;
    if (value >= from && value <= to) return value;
    throw new BadSetting(`${name} must be a whole number from ${from} to ${to}`);
  }

  /** A comma separated list, each part read by `parse`, which throws at what it does not know. */
  list<T>(name: string, parse: (text: string) => T): readonly T[] | undefined {
    return this.text(name)
      ?.split(',')
      .map((part) => part.trim())
      .filter((part) => part !== '')
      .map((part) => this.part(name, part, parse));
  }

  private part<T>(name: string, part: string, parse: (text: string) => T): T {
    try {
      return parse(part);
    } catch (error) {
      throw new BadSetting(`${name}: ${error instanceof Error ? error.message : 'cannot be read'}`);
    }
  }
}
