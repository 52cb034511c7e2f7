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
  /** A length of time in ms, in the unit that suits it: `0.4 ms`, `850 ms`, `12.5 s`, `3 min`, `2 hr`. */
  duration(ms: number | undefined): string;
  /** Bytes in powers of a thousand: `812 byte`, `14.2 kB`, `3.1 MB`. */
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

const locales: Readonly<Record<LanguageCode, string>> = { en: 'en-US', ko: 'ko-KR' };

/** The formats of a language. Made once: making one costs a hundred times using it. */
export function formatsIn(code: LanguageCode): Formats {
  const made = kept.get(code) ?? make(locales[code]);
  kept.set(code, made);
  return made;
}

const kept = new Map<LanguageCode, Formats>();

function make(locale: string): Formats {
  const number = numberFormats(locale);
  const time = new Intl.DateTimeFormat(locale, { timeStyle: 'medium' });
  const date = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'medium' });
  return {
    count: (value) => number(value, {}),
    number: (value, digits = 1) => number(value, { digits }),
    percent: (share) => number(share, { style: 'percent', digits: 1 }),
    duration: (ms) => number(...durationOf(ms)),
    bytes: (bytes) => number(...bytesOf(bytes)),
    money: (amount, currency) =>
      number(amount, { style: 'currency', currency, digits: currency === 'USD' ? 2 : 0 }),
    distance: (metres) => number(...distanceOf(metres)),
    time: (at) => time.format(at),
    date: (at) => date.format(at),
  };
}

interface Shape {
  readonly style?: 'percent' | 'currency' | 'unit';
  readonly currency?: string;
  readonly unit?: string;
  /** Digits after the point, @default 0. */
  readonly digits?: number;
}

type Write = (value: number | undefined, shape: Shape) => string;

function numberFormats(locale: string): Write {
  const formats = new Map<string, Intl.NumberFormat>();
  return (value, { digits = 0, ...shape }) => {
    if (value === undefined || !Number.isFinite(value)) return NOTHING;
    const id = `${shape.style}/${shape.unit ?? shape.currency}/${digits}`;
    let format = formats.get(id);
    if (!format) {
      format = new Intl.NumberFormat(locale, {
        ...shape,
        minimumFractionDigits: digits,
        maximumFractionDigits: digits,
        // No "−0.00": what rounds to nothing has no sign.
        signDisplay: 'negative',
      });
      formats.set(id, format);
    }
    return format.format(value);
  };
}

type Written = readonly [value: number | undefined, shape: Shape];

const inUnit = (value: number, unit: string, digits = 0): Written => [value, { style: 'unit', unit, digits }];

function durationOf(ms: number | undefined): Written {
  if (ms === undefined) return [undefined, {}];
  const size = Math.abs(ms);
  if (size < 9.95) return inUnit(ms, 'millisecond', 1);
  if (size < 9_950) return size < 999.5 ? inUnit(ms, 'millisecond') : inUnit(ms / 1e3, 'second', 2);
  if (size < 99_500) return inUnit(ms / 1e3, 'second', 1);
  return size < 5_400_000 ? inUnit(ms / 6e4, 'minute') : inUnit(ms / 3.6e6, 'hour', 1);
}

function bytesOf(bytes: number | undefined): Written {
  if (bytes === undefined || bytes < 999.5) return bytes === undefined ? [bytes, {}] : inUnit(bytes, 'byte');
  if (bytes < 999_950) return inUnit(bytes / 1e3, 'kilobyte', 1);
  return bytes < 999_950_000 ? inUnit(bytes / 1e6, 'megabyte', 1) : inUnit(bytes / 1e9, 'gigabyte', 2);
}

function distanceOf(metres: number | undefined): Written {
  if (metres === undefined) return [undefined, {}];
  return metres < 1_000
    ? inUnit(metres, 'meter', metres < 9.95 ? 1 : 0)
    : inUnit(metres / 1e3, 'kilometer', 2);
}
