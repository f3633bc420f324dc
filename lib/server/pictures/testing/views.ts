import { analyse, knownOf } from '../../../analysis/analyse';
import type { AnalysisInput, MarketColumns } from '../../../analysis/types';
import { emptyColumns } from '../../../domain/candle';
import type { Asset, Kind, Venue } from '../../../domain/market';
import { minute, minuteRange, MINUTES_PER_DAY, plus, type Minute, type MinuteRange } from '../../../domain/minute';
import type { Question } from '../../../domain/question';
import type { View } from '../../../permalink/view';
import { deviationsOf } from '../../deviations/deviationsAnswer';
import { measuredMinute, minuteAnswerOf } from '../../minutes/minute';
import type { ViewAnswers } from '../../views/answers';

/** 2025-10-10T21:00Z: 20,371 days and 1,260 minutes. */
export const NINE = minute(20_371 * MINUTES_PER_DAY + 1_260);
/** The hour from 21:00 on 2025-10-10. */
export const HOUR = minuteRange(NINE, plus(NINE, 60));

/** What a made-up book says of a minute: one price, a candle, or that nobody traded or nobody asked. */
export type Said =
  | number
  | { readonly low: number; readonly high: number; readonly close: number }
  | 'no trade'
  | 'unasked';

/** A book made up minute by minute; `at` counts from the window's first minute and is negative before it. */
export function book(
  [venue, pair, kind = 'spot']: readonly [venue: string, pair: string, kind?: Kind],
  range: MinuteRange,
  said: (at: number) => Said,
): MarketColumns {
  const candles = emptyColumns(range);
  for (let slot = 0; slot < range.to - range.from; slot += 1) {
    const one = said(range.from + slot - NINE);
    if (one === 'unasked') continue;
    candles.answered[slot] = 1;
    if (one === 'no trade') continue;
    const { low, high, close } = typeof one === 'number' ? { low: one, high: one, close: one } : one;
    candles.open[slot] = close;
    candles.high[slot] = high;
    candles.low[slot] = low;
    candles.close[slot] = close;
    candles.baseVolume[slot] = 1_000;
  }
  const [base = '', quote = ''] = pair.split('/');
  return { market: { venue: venue as Venue, base: base as Asset, quote, kind }, source: 'rest', candles };
}

/** The hour with the minutes beside it that a rate looks at. */
export const AROUND = minuteRange(minute(HOUR.from - 2), minute(HOUR.to + 2));
/** The hour with the day before it, from which a ratio is taken. */
export const WITH_DAY = minuteRange(minute(HOUR.from - MINUTES_PER_DAY - 2), minute(HOUR.to + 2));

/** A quiet price that moves a little from minute to minute, the same on every machine. */
export const quiet = (price: number, at: number): number => price * (1 + (((at * 7) % 11) - 5) / 10_000);

/** BTC in dollars and in tether on four venues: 1 USDT is about 0.9996 USD, by each a little differently. */
export const btc = (range: MinuteRange): readonly MarketColumns[] =>
  ['bitstamp', 'coinbase', 'kraken', 'okx'].flatMap((venue, i) => [
    book([venue, 'BTC/USD'], range, (at) => quiet(113_000, at)),
    book([venue, 'BTC/USDT'], range, (at) => quiet(113_035 + 15 * i, at)),
  ]);

/** What a view of such books shows, by the product's own analysis; its digest is made up. */
export function answersOf(
  input: AnalysisInput,
  { simulated = false, marked }: { readonly simulated?: boolean; readonly marked?: Minute } = {},
): ViewAnswers {
  const stamp = { simulated, digest: `sha256:${'ab'.repeat(32)}` };
  const venues = [...new Set(input.markets.map(({ market }) => market.venue))].sort();
  const question: Question = { ...input.question, venues };
  const view: View = { question, scale: 'auto', focus: undefined, lines: [], minute: marked };
  return {
    view,
    digestText: undefined,
    lastModified: undefined,
    errata: [],
    window: deviationsOf(analyse({ ...input, question }), stamp),
    minute:
      marked === undefined
        ? undefined
        : minuteAnswerOf(
            measuredMinute(
              { ...question, range: minuteRange(marked, plus(marked, 1)) },
              knownOf({ ...input, question }),
            ),
            stamp,
          ),
  };
}
