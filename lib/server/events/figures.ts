import type { FigureAnswer } from '../../api/events';
import { PRICE_FIELDS, type PriceField } from '../../domain/candle';
import type { Check, Digits, PublishedFigure } from '../../domain/events/event';
import { isSame } from '../../domain/events/digits';
import { pairOf, type Market } from '../../domain/market';
import type { MarketColumns } from '../../domain/marketColumns';
import { formatMinute, minute, minutesIn, type Minute, type MinuteRange } from '../../domain/minute';

/** What figures are held against. */
export interface Stored {
  /** A market's candles over whatever range was read; undefined: none are stored there. */
  readonly columnsOf: (market: Market) => MarketColumns | undefined;
  /** A market's deviation by its low in a minute, from its asset's own reference; null: none could be measured. */
  readonly deviationOf: (market: Market, at: Minute) => number | null;
}

/** A published figure beside what is stored. */
export function figureAnswerOf({ publisher, isAbout = false, check }: PublishedFigure, stored: Stored): FigureAnswer {
  const { venue, kind } = check.market;
  return { publisher, about: isAbout, venue, market: pairOf(check.market), kind, ...heldAgainst(check, stored) };
}

type Held = FigureAnswer extends infer One
  ? One extends FigureAnswer
    ? Omit<One, 'publisher' | 'about' | 'venue' | 'market' | 'kind'>
    : never
  : never;

function heldAgainst(check: Check, stored: Stored): Held {
  switch (check.kind) {
    case 'candle':
      return candle(check, stored);
    case 'low':
    case 'high':
      return extreme(check, stored);
    case 'closes-below':
      return closesBelow(check, stored);
    case 'deviation':
      return deviation(check, stored);
  }
}

type Of<Kind extends Check['kind']> = Extract<Check, { readonly kind: Kind }>;

const slotOf = ({ candles }: MarketColumns, at: number): number => at - candles.range.from;

function candle({ market, at, prices }: Of<'candle'>, { columnsOf }: Stored): Held {
  const base = { what: 'candle', minute: formatMinute(at), published: { ...prices } } as const;
  const found = columnsOf(market);
  const fields = PRICE_FIELDS.filter((field) => prices[field] !== undefined);
  const values = fields.map((field) => found?.candles[field][slotOf(found, at)] ?? NaN);
  if (values.some(Number.isNaN)) return { ...base, measured: null, verdict: 'not-stored' };
  const measured = Object.fromEntries(fields.map((field, i) => [field, values[i]])) as Partial<
    Record<PriceField, number>
  >;
  const same = fields.every((field) => isSame(prices[field] as Digits, measured[field] ?? NaN));
  return { ...base, measured, verdict: same ? 'same' : 'other' };
}

/** The slots of a range that have this price. */
function slotsWith(found: MarketColumns | undefined, field: PriceField, range: MinuteRange): readonly number[] {
  if (found === undefined) return [];
  const { range: read } = found.candles;
  const slots: number[] = [];
  for (let slot = Math.max(0, range.from - read.from); slot < Math.min(read.to, range.to) - read.from; slot += 1)
    if (!Number.isNaN(found.candles[field][slot])) slots.push(slot);
  return slots;
}

function extreme(check: Of<'low' | 'high'>, { columnsOf }: Stored): Held {
  const { kind, market, range, price, at } = check;
  const found = columnsOf(market);
  const slots = slotsWith(found, kind, range);
  const values = found?.candles[kind] ?? new Float64Array(0);
  const best = slots.reduce<number | undefined>((far, slot) => {
    const [one, other] = [values[slot] ?? NaN, far === undefined ? NaN : (values[far] ?? NaN)];
    return far === undefined || (kind === 'low' ? one < other : one > other) ? slot : far;
  }, undefined);
  const base = {
    what: kind,
    from: formatMinute(range.from),
    to: formatMinute(range.to),
    minute: at === undefined ? null : formatMinute(at),
    published: price,
    minutes: slots.length,
    of: minutesIn(range),
  } as const;
  if (best === undefined || found === undefined)
    return { ...base, measured: null, measuredMinute: null, verdict: 'not-stored' };
  const measured = values[best] ?? NaN;
  return {
    ...base,
    measured,
    measuredMinute: formatMinute(minute(found.candles.range.from + best)),
    verdict: isSame(price, measured) ? 'same' : 'other',
  };
}

function closesBelow({ market, range, level, minutes }: Of<'closes-below'>, { columnsOf }: Stored): Held {
  const found = columnsOf(market);
  const slots = slotsWith(found, 'close', range);
  const base = {
    what: 'closes-below',
    from: formatMinute(range.from),
    to: formatMinute(range.to),
    level,
    published: minutes,
    minutes: slots.length,
    of: minutesIn(range),
  } as const;
  if (found === undefined || slots.length === 0) return { ...base, measured: null, verdict: 'not-stored' };
  const measured = slots.filter((slot) => (found.candles.close[slot] ?? NaN) < Number(level)).length;
  return { ...base, measured, verdict: isSame(minutes, measured) ? 'same' : 'other' };
}

function deviation({ market, at, percent }: Of<'deviation'>, { columnsOf, deviationOf }: Stored): Held {
  const base = { what: 'deviation', minute: formatMinute(at), published: percent } as const;
  const found = columnsOf(market);
  if (found === undefined || Number.isNaN(found.candles.low[slotOf(found, at)] ?? NaN))
    return { ...base, measured: null, verdict: 'not-stored' };
  const measured = deviationOf(market, at);
  if (measured === null) return { ...base, measured, verdict: 'not-compared' };
  return { ...base, measured, verdict: isSame(percent, measured * 100) ? 'same' : 'other' };
}
