import { CANDLE_FIELDS, PRICE_FIELDS, type Candle, type CandleColumns, type CandleField } from '../../domain/candle';
import { nameOf, type Market, type Source } from '../../domain/market';
import {
  dayOf,
  daysIn,
  formatMinute,
  MINUTES_PER_DAY,
  minuteRange,
  plus,
  startOf,
  union,
  type Day,
  type Minute,
  type MinuteRange,
} from '../../domain/minute';
import type { Answer, Ledger, Recorded } from '../../domain/observation';

/** The candles held of a market and source over a range. */
export type HeldCandles = (market: Market, source: Source, range: MinuteRange) => Promise<CandleColumns>;

/** A minute of which a file says otherwise than what is held; undefined: no candle there. */
export interface Difference {
  readonly market: Market;
  readonly source: Source;
  readonly minute: Minute;
  readonly held: Candle | undefined;
  readonly said: Candle | undefined;
}

/** A ledger that records nothing and says what recording would come to. */
export interface Trial extends Ledger {
  /** Of the minutes that differ the one whose price differs most, else one whose candle came or went, else one of another volume. */
  readonly worst: () => Difference | undefined;
}

/** One day of one market and source as it would stand. */
interface Day1m {
  readonly answered: Uint8Array;
  readonly fields: Readonly<Record<CandleField, Float64Array>>;
}

function dayFrom(columns: CandleColumns, day: Day): Day1m {
  const from = startOf(day) - columns.range.from;
  const cut = (field: CandleField): Float64Array => columns[field].slice(from, from + MINUTES_PER_DAY);
  return {
    answered: columns.answered.slice(from, from + MINUTES_PER_DAY),
    fields: {
      open: cut('open'),
      high: cut('high'),
      low: cut('low'),
      close: cut('close'),
      baseVolume: cut('baseVolume'),
      quoteVolume: cut('quoteVolume'),
      trades: cut('trades'),
    },
  };
}

function candleAt({ fields }: Day1m, slot: number, minute: Minute): Candle | undefined {
  const at = (field: CandleField): number => fields[field][slot] ?? NaN;
  if (Number.isNaN(at('open'))) return undefined;
  return {
    minute,
    open: at('open'),
    high: at('high'),
    low: at('low'),
    close: at('close'),
    baseVolume: at('baseVolume'),
    quoteVolume: at('quoteVolume'),
    trades: at('trades'),
  };
}

const alike = (a: Candle | undefined, b: Candle | undefined): boolean =>
  a === undefined || b === undefined
    ? a === b
    : CANDLE_FIELDS.every((field) => a[field] === b[field] || (Number.isNaN(a[field]) && Number.isNaN(b[field])));

/** How much a minute's prices differ, as a share of what is held: 2 is a price three times as high. */
const priceGap = (held: Candle, said: Candle): number =>
  Math.max(...PRICE_FIELDS.map((field) => Math.abs(said[field] - held[field]) / held[field]));

/** Prices before candles that came or went, those before volumes. */
function gravity({ held, said }: Difference): readonly [rank: number, gap: number] {
  if (held === undefined || said === undefined) return [1, 0];
  const gap = priceGap(held, said);
  return gap > 0 ? [2, gap] : [0, 0];
}

function isWorse(a: Difference, b: Difference): boolean {
  const [[rankA, gapA], [rankB, gapB]] = [gravity(a), gravity(b)];
  return rankA === rankB ? gapA > gapB : rankA > rankB;
}

/** Which of a candle's prices differs most, else the first other field that does. */
function worstField(held: Candle, said: Candle): CandleField {
  const prices = [...PRICE_FIELDS].sort((a, b) => Math.abs(said[b] / held[b] - 1) - Math.abs(said[a] / held[a] - 1));
  const [price = 'open'] = prices;
  if (held[price] !== said[price]) return price;
  return CANDLE_FIELDS.find((field) => !Object.is(held[field], said[field])) ?? 'baseVolume';
}

/** `coinbase ATOM/USD (file), 2025-10-10T21:20Z: low 3.56 is held, the file says 1.2`. */
export function spokenDifference({ market, source, minute, held, said }: Difference): string {
  const where = `${nameOf(market)} (${source}), ${formatMinute(minute)}`;
  if (held === undefined || said === undefined)
    return `${where}: ${held === undefined ? 'no trade' : 'a candle'} is held, the file has ${said === undefined ? 'none' : 'a candle'}`;
  const field = worstField(held, said);
  const word = (value: number): string => (Number.isNaN(value) ? 'nothing' : String(value));
  return `${where}: ${field} ${word(held[field])} is held, the file says ${word(said[field])}`;
}

const keyOf = ({ market, source }: Answer): string => `${nameOf(market)} ${source}`;

/** Answers by market and source. */
function groupsOf(answers: readonly Answer[]): readonly (readonly [Answer, ...Answer[]])[] {
  const groups = new Map<string, [Answer, ...Answer[]]>();
  for (const answer of answers) {
    const group = groups.get(keyOf(answer));
    if (group === undefined) groups.set(keyOf(answer), [answer]);
    else group.push(answer);
  }
  return [...groups.values()];
}

/**
 * A ledger for trying out an import: it compares every answer with what is held and counts as `record` of the store would,
 * for an answer asked now. `remembers`: later answers are compared with earlier ones too (several files of one market), at the
 * cost of keeping those days in memory, 90 KB each.
 */
export function trialLedger(held: HeldCandles, remembers: boolean): Trial {
  const books = new Map<string, Map<Day, Day1m>>();
  let worst: Difference | undefined;

  async function daysOf(
    market: Market,
    source: Source,
    answers: readonly [Answer, ...Answer[]],
  ): Promise<Map<Day, Day1m>> {
    const key = keyOf(answers[0]);
    const days = books.get(key) ?? new Map<Day, Day1m>();
    if (remembers) books.set(key, days);
    const unread = new Set(answers.flatMap(({ asked }) => daysIn(asked)).filter((day) => !days.has(day)));
    for (const range of union(
      [...unread].map((day) => minuteRange(startOf(day), plus(startOf(day), MINUTES_PER_DAY))),
    )) {
      const columns = await held(market, source, range);
      for (const day of daysIn(range)) days.set(day, dayFrom(columns, day));
    }
    return days;
  }

  function say(
    days: ReadonlyMap<Day, Day1m>,
    { market, source, asked, candles, quarantined }: Answer,
    total: { -readonly [K in keyof Recorded]: Recorded[K] },
  ): void {
    const candlesAt = new Map(candles.map((candle) => [candle.minute, candle]));
    const aside = new Set(quarantined.map(({ minute }) => minute));
    for (let minute = asked.from; minute < asked.to; minute = plus(minute, 1)) {
      const said = candlesAt.get(minute);
      const day = days.get(dayOf(minute));
      if (day === undefined || (said === undefined && aside.has(minute))) continue;
      const slot = minute - startOf(dayOf(minute));
      const before = candleAt(day, slot, minute);
      if (day.answered[slot] !== 1) {
        if (said !== undefined) total.added += 1;
      } else if (alike(before, said)) {
        if (said !== undefined) total.unchanged += 1;
      } else {
        total.revised += 1;
        const difference: Difference = { market, source, minute, held: before, said };
        if (worst === undefined || isWorse(difference, worst)) worst = difference;
      }
      day.answered[slot] = 1;
      for (const field of CANDLE_FIELDS) day.fields[field][slot] = said === undefined ? NaN : said[field];
    }
  }

  return {
    worst: () => worst,
    answered: () => Promise.resolve([]),
    attempted: () => Promise.resolve(),
    async record(answers) {
      const total = { added: 0, unchanged: 0, revised: 0 };
      for (const group of groupsOf(answers)) {
        const [{ market, source }] = group;
        const days = await daysOf(market, source, group);
        for (const answer of group) say(days, answer, total);
      }
      return total;
    },
  };
}
