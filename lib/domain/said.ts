import { CANDLE_FIELDS, PRICE_FIELDS, type Candle } from './candle';

/** What a source said of a minute: the seven fields, NaN where it does not say one; undefined: that it has no candle. */
export type Said = Omit<Candle, 'minute'> | undefined;

/**
 * Whether an answer says nothing but what is known: each field that it says is the known one. A field that it does not say is no other answer,
 * so a file with fewer columns changes nothing.
 */
export function isCovered(known: Said, answer: Said): boolean {
  if (known === undefined || answer === undefined) return known === answer;
  return (
    answer.open === known.open &&
    answer.high === known.high &&
    answer.low === known.low &&
    answer.close === known.close &&
    isCoveredBy(known.baseVolume, answer.baseVolume) &&
    isCoveredBy(known.quoteVolume, answer.quoteVolume) &&
    isCoveredBy(known.trades, answer.trades)
  );
}

const isCoveredBy = (known: number, answer: number): boolean => answer === known || Number.isNaN(answer);

const isCompatible = (a: number, b: number): boolean => a === b || Number.isNaN(a) || Number.isNaN(b);

/**
 * What is known after an answer. Where it contradicts nothing of what was known before, that and whatever more it says; else the answer alone, as
 * it came: the fields of two different candles are never mixed. Answers that do not contradict one another come to the same in any order.
 */
export function knownAfter<T extends Said>(before: Said, answer: T): T {
  if (before === undefined || answer === undefined) return answer;
  if (!CANDLE_FIELDS.every((field) => isCompatible(before[field], answer[field]))) return answer;
  if (!PRICE_FIELDS.every((field) => before[field] === answer[field])) return answer;
  const more = (field: 'baseVolume' | 'quoteVolume' | 'trades'): number =>
    Number.isNaN(answer[field]) ? before[field] : answer[field];
  return { ...answer, baseVolume: more('baseVolume'), quoteVolume: more('quoteVolume'), trades: more('trades') };
}
