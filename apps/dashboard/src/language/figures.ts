import type { LanguageCode } from './language-code';

/** U+2212: as wide as a plus sign and a digit, so signed columns line up. */
const MINUS = '−';
const NOTHING = '–';

/** Figures of a market and of a connection as readers of one language write them, made to stand in columns. */
export interface Figures {
  /** Dollars on the cent: `1,204.50`; a dash for a value that is not there. */
  price(dollars: number | undefined): string;
  /** A difference in dollars with its sign: `+0.35`, `−1.20`, `0.00`. */
  change(dollars: number | undefined): string;
  /** A percentage with its sign: `+0.35%`. */
  percent(percent: number | undefined): string;
  /** Shares: `1,200`; nothing for a value that is not there. */
  size(shares: number | undefined): string;
  /** A day's volume in shares: `1.2M`, `120만`; below a thousand as it is. */
  volume(shares: number | undefined): string;
  /** An age: `0.4 s` under ten seconds, then whole seconds, minutes, hours. Never negative. */
  age(ms: number): string;
  /** Durations in ms that belong together, the longest last: `42 / 130 ms`, in seconds if that is long. */
  range(...durations: readonly number[]): string;
  /** A clock's offset with its sign and, if known, the most by which it can be wrong: `+12 ± 3 ms`. */
  offset(offsetMs: number, errorMs?: number): string;
  /** The time of the day of an epoch ms with its thousandths: `08:30:12.345`. */
  moment(at: number): string;
}

/** How a language is written: its tag, and what follows a length of time, with the space where it has one. */
interface Units {
  readonly tag: string;
  readonly ms: string;
  readonly s: string;
  readonly min: string;
  readonly h: string;
}

const locales: Readonly<Record<LanguageCode, Units>> = {
  en: { tag: 'en-US', ms: ' ms', s: ' s', min: ' min', h: ' h' },
  ko: { tag: 'ko-KR', ms: 'ms', s: '초', min: '분', h: '시간' },
};

const kept = new Map<LanguageCode, Figures>();

/** The figures of a language. Made once: making one format costs a hundred times using it. */
export function figuresIn(code: LanguageCode): Figures {
  const made = kept.get(code) ?? make(locales[code]);
  kept.set(code, made);
  return made;
}

function make(units: Units): Figures {
  const price = exactly(units.tag, 2);
  const whole = exactly(units.tag, 0);
  const compact = new Intl.NumberFormat(units.tag, {
    notation: 'compact',
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  });
  const signed = (value: number) => {
    const digits = price(Math.abs(value));
    return Number(digits) === 0 ? digits : `${value < 0 ? MINUS : '+'}${digits}`;
  };
  const there = (value: number | undefined, write: (value: number) => string) =>
    value === undefined ? NOTHING : write(value);
  return {
    price: (dollars) => there(dollars, price),
    change: (dollars) => there(dollars, signed),
    percent: (percent) => there(percent, (value) => `${signed(value)}%`),
    size: (shares) => (shares === undefined ? '' : whole(shares)),
    volume: (shares) => there(shares, (value) => (value < 1000 ? whole(value) : compact.format(value))),
    ...timesIn(units, whole),
  };
}

const exactly = (tag: string, digits: number): ((value: number) => string) => {
  const format = new Intl.NumberFormat(tag, { minimumFractionDigits: digits, maximumFractionDigits: digits });
  return (value) => format.format(value);
};

type Times = Pick<Figures, 'age' | 'range' | 'offset' | 'moment'>;

function timesIn({ tag, ms, s, min, h }: Units, whole: (value: number) => string): Times {
  const moment = new Intl.DateTimeFormat(tag, {
    ...{ hour: '2-digit', minute: '2-digit', second: '2-digit' },
    ...{ fractionalSecondDigits: 3, hourCycle: 'h23' },
  });
  return {
    age: (age) => {
      const seconds = Math.max(0, age) / 1000;
      if (seconds < 9.95) return `${seconds.toFixed(1)}${s}`;
      if (seconds < 99.5) return `${Math.round(seconds)}${s}`;
      return seconds < 5400 ? `${Math.round(seconds / 60)}${min}` : `${Math.round(seconds / 3600)}${h}`;
    },
    range: (...durations) => {
      const long = (durations.at(-1) ?? 0) >= 9_950;
      const written = durations.map((one) => (long ? (one / 1000).toFixed(1) : whole(Math.round(one))));
      return `${written.join(' / ')}${long ? s : ms}`;
    },
    offset: (offsetMs, errorMs) => {
      const rounded = Math.round(offsetMs);
      const error = errorMs === undefined ? '' : ` ± ${whole(Math.ceil(errorMs))}`;
      return `${rounded < 0 ? MINUS : '+'}${whole(Math.abs(rounded))}${error}${ms}`;
    },
    moment: (at) => moment.format(at),
  };
}
