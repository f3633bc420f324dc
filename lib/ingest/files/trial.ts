import {
  CANDLE_FIELDS,
  PRICE_FIELDS,
  valuesAt,
  type Candle,
  type CandleColumns,
  type CandleField,
} from '../../domain/candle';
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
import { isCovered, knownAfter } from '../../domain/said';
import { differenceWords } from '../../words/en/files';
import { marketText } from '../../words/en/market';

/** The stored candles of a market and source over a range. */
export type StoredCandles = (market: Market, source: Source, range: MinuteRange) => Promise<CandleColumns>;

/** A minute of which a file says otherwise than the stored candles; undefined: no candle there. */
export interface Difference {
  readonly market: Market;
  readonly source: Source;
  readonly minute: Minute;
  readonly stored: Candle | undefined;
  readonly found: Candle | undefined;
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
  const said = valuesAt(fields, slot);
  return said === undefined ? undefined : { minute, ...said };
}

/** How much a minute's prices differ, as a share of the stored ones: 2 is a price three times as high. */
const priceGap = (stored: Candle, found: Candle): number =>
  Math.max(...PRICE_FIELDS.map((field) => Math.abs(found[field] - stored[field]) / stored[field]));

/** Prices before candles that came or went, those before volumes. */
function gravity({ stored, found }: Difference): readonly [rank: number, gap: number] {
  if (stored === undefined || found === undefined) return [1, 0];
  const gap = priceGap(stored, found);
  return gap > 0 ? [2, gap] : [0, 0];
}

function isWorse(a: Difference, b: Difference): boolean {
  const [[rankA, gapA], [rankB, gapB]] = [gravity(a), gravity(b)];
  return rankA === rankB ? gapA > gapB : rankA > rankB;
}

/** Which of a candle's prices differs most, else the first other field that does. */
function worstField(stored: Candle, found: Candle): CandleField {
  const prices = [...PRICE_FIELDS].sort(
    (a, b) => Math.abs(found[b] / stored[b] - 1) - Math.abs(found[a] / stored[a] - 1),
  );
  const [price = 'open'] = prices;
  if (stored[price] !== found[price]) return price;
  // What the file does not say is no difference.
  return CANDLE_FIELDS.find((field) => !Number.isNaN(found[field]) && stored[field] !== found[field]) ?? 'baseVolume';
}

/** `Coinbase ATOM/USD (file), 2025-10-10T21:20Z: low 3.56 is stored, the file says 1.2`. */
export function differenceText({ market, source, minute, stored, found }: Difference): string {
  const where = `${marketText(market)} (${source}), ${formatMinute(minute)}`;
  if (stored === undefined || found === undefined) return differenceWords.presence(where, stored !== undefined);
  const field = worstField(stored, found);
  const known = (value: number): number | undefined => (Number.isNaN(value) ? undefined : value);
  return differenceWords.field(where, field, known(stored[field]), known(found[field]));
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
 * A ledger for trying out an import: it compares every answer with the stored candles and counts as `record` of the store would,
 * for an answer asked now. `remembers`: later answers are compared with earlier ones too (several files of one market), at the
 * cost of keeping those days in memory, 90 KB each.
 */
export function trialLedger(stored: StoredCandles, remembers: boolean): Trial {
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
      const columns = await stored(market, source, range);
      for (const day of daysIn(range)) days.set(day, dayFrom(columns, day));
    }
    return days;
  }

  function compare(
    days: ReadonlyMap<Day, Day1m>,
    { market, source, asked, candles, quarantined }: Answer,
    total: { -readonly [K in keyof Recorded]: Recorded[K] },
  ): void {
    const candlesAt = new Map(candles.map((candle) => [candle.minute, candle]));
    const aside = new Set(quarantined.map(({ minute }) => minute));
    for (let minute = asked.from; minute < asked.to; minute = plus(minute, 1)) {
      const found = candlesAt.get(minute);
      const day = days.get(dayOf(minute));
      if (day === undefined || (found === undefined && aside.has(minute))) continue;
      const slot = minute - startOf(dayOf(minute));
      const before = candleAt(day, slot, minute);
      if (day.answered[slot] !== 1) {
        if (found !== undefined) total.added += 1;
      } else if (isCovered(before, found)) {
        if (found !== undefined) total.unchanged += 1;
      } else {
        total.revised += 1;
        const difference: Difference = { market, source, minute, stored: before, found };
        if (worst === undefined || isWorse(difference, worst)) worst = difference;
      }
      day.answered[slot] = 1;
      const known = knownAfter(before, found);
      for (const field of CANDLE_FIELDS) day.fields[field][slot] = known === undefined ? NaN : known[field];
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
        for (const answer of group) compare(days, answer, total);
      }
      return total;
    },
  };
}
