import type { LanguageCode } from './language-code';

/** What stands where a value is not there. */
const NOTHING = '–';

/** Numbers, amounts and times as readers of one language write them. A value that is not there is a dash. */
export interface Formats {
  /** Whole: `12,480`. */
  count(value: number | undefined): string;
  /** With exactly `digits` after the point, by default one. */
  number(value: number | undefined, digits?: number): string;
  /** A share of 1 as a percentage with one digit: `99.2%`. */
  percent(share: number | undefined): string;
  /** A length of time in ms, in the unit that suits it: `0.4 ms`, `850 ms`, `1.25 s`, `12.5 s`, `3 min`, `2.0 h`. */
  duration(ms: number | undefined): string;
  /** A length of time in ms that somebody chose, without needless digits: `250 ms`, `1 s`, `2.5 s`, `30 s`, `5 min`. */
  span(ms: number): string;
  /** Bytes in powers of a thousand: `812 B`, `14.2 kB`, `3.1 MB`. */
  bytes(bytes: number | undefined): string;
  /** `0.12` dollars or `168` won with their sign. */
  money(amount: number | undefined, currency: 'USD' | 'KRW'): string;
  /** Metres, kilometres from 1,000 m on. */
  distance(metres: number | undefined): string;
  /** The time of the day of an epoch ms, on this machine's clock. */
  time(at: number): string;
  /** The day and the time of an epoch ms, on this machine's clock. */
  date(at: number): string;
}

/** How a language is written. */
interface Locale {
  /** BCP 47. */
  readonly tag: string;
  /** What follows a number: SI symbols, with their space where the language has one. */
  readonly units: Readonly<Record<Unit, string>>;
}

type Unit = 'ms' | 's' | 'min' | 'h' | 'B' | 'kB' | 'MB' | 'GB' | 'm' | 'km';

const locales: Readonly<Record<LanguageCode, Locale>> = {
  en: {
    tag: 'en-US',
    units: {
      ...{ ms: ' ms', s: ' s', min: ' min', h: ' h' },
      ...{ B: ' B', kB: ' kB', MB: ' MB', GB: ' GB', m: ' m', km: ' km' },
    },
  },
  ko: {
    tag: 'ko-KR',
    units: {
      ...{ ms: 'ms', s: '초', min: '분', h: '시간' },
      ...{ B: 'B', kB: 'kB', MB: 'MB', GB: 'GB', m: 'm', km: 'km' },
    },
  },
};

/** The formats of a language. Made once: making one costs a hundred times using it. */
export function formatsIn(code: LanguageCode): Formats {
  const made = kept.get(code) ?? make(locales[code]);
  kept.set(code, made);
  return made;
}

const kept = new Map<LanguageCode, Formats>();

function make({ tag, units }: Locale): Formats {
  const number = numberFormats(tag);
  const time = new Intl.DateTimeFormat(tag, { timeStyle: 'medium' });
  const date = new Intl.DateTimeFormat(tag, { dateStyle: 'medium', timeStyle: 'medium' });
  const amount = (value: number | undefined, written: (value: number) => Written) => {
    if (value === undefined || !Number.isFinite(value)) return NOTHING;
    const [size, unit, digits] = written(value);
    return number(size, { digits }) + units[unit];
  };
  return {
    count: (value) => number(value, {}),
    number: (value, digits = 1) => number(value, { digits }),
    percent: (share) => number(share, { style: 'percent', digits: 1 }),
    duration: (ms) => amount(ms, durationOf),
    span: (ms) => {
      const [size, unit] = spanOf(ms);
      return new Intl.NumberFormat(tag).format(size) + units[unit];
    },
    bytes: (bytes) => amount(bytes, bytesOf),
    money: (value, currency) =>
      number(value, { style: 'currency', currency, digits: currency === 'USD' ? 2 : 0 }),
    distance: (metres) => amount(metres, distanceOf),
    time: (at) => time.format(at),
    date: (at) => date.format(at),
  };
}

interface Shape {
  readonly style?: 'percent' | 'currency';
  readonly currency?: string;
  /** Digits after the point, @default 0. */
  readonly digits?: number;
}

type Write = (value: number | undefined, shape: Shape) => string;

function numberFormats(tag: string): Write {
  const formats = new Map<string, Intl.NumberFormat>();
  return (value, { digits = 0, ...shape }) => {
    if (value === undefined || !Number.isFinite(value)) return NOTHING;
    const id = `${shape.style}/${shape.currency}/${digits}`;
    let format = formats.get(id);
    if (!format) {
      const exactly = { minimumFractionDigits: digits, maximumFractionDigits: digits };
      // No "-0.00": what rounds to nothing has no sign.
      format = new Intl.NumberFormat(tag, { ...shape, ...exactly, signDisplay: 'negative' });
      formats.set(id, format);
    }
    return format.format(value);
  };
}

type Written = readonly [size: number, unit: Unit, digits: number];

function durationOf(ms: number): Written {
  const size = Math.abs(ms);
  if (size < 999.5) return [ms, 'ms', size < 9.95 ? 1 : 0];
  if (size < 99_500) return [ms / 1e3, 's', size < 9_995 ? 2 : 1];
  return size < 5_400_000 ? [ms / 6e4, 'min', 0] : [ms / 3.6e6, 'h', 1];
}

function spanOf(ms: number): readonly [size: number, unit: Unit] {
  if (ms < 1e3) return [ms, 'ms'];
  return ms < 6e4 ? [ms / 1e3, 's'] : [ms / 6e4, 'min'];
}

function bytesOf(bytes: number): Written {
  if (bytes < 999.5) return [bytes, 'B', 0];
  if (bytes < 999_950) return [bytes / 1e3, 'kB', 1];
  return bytes < 999_950_000 ? [bytes / 1e6, 'MB', 1] : [bytes / 1e9, 'GB', 2];
}

const distanceOf = (metres: number): Written =>
  metres < 999.5 ? [metres, 'm', metres < 9.95 ? 1 : 0] : [metres / 1e3, 'km', 2];
