import type { Market, Source } from '../../domain/market';
import { minuteRange, overlap, plus, subtract, union, type Minute, type MinuteRange } from '../../domain/minute';
import type { Answer } from '../../domain/observation';
import type { ReadPage } from './askPage';

/** The runs of minutes inside a reply of which nothing is known; of longer candles, `step` minutes each. */
export const unknownIn = ({ reading }: ReadPage, step = 1): readonly MinuteRange[] =>
  union(reading.unknown.map((at) => minuteRange(at, plus(at, step))));

/** What a reply says of a part of what was asked. */
export function within(read: ReadPage, part: MinuteRange): ReadPage {
  const { reading } = read;
  const isIn = (at: Minute | undefined): boolean => at === undefined || (at >= part.from && at < part.to);
  return {
    ...read,
    reading: {
      ...reading,
      covered: reading.covered === undefined ? undefined : overlap(reading.covered, part),
      silent: reading.silent.flatMap((one) => overlap(one, part) ?? []),
      end: Math.min(reading.end, part.to) as Minute,
      unknown: reading.unknown.filter(isIn),
      candles: reading.candles.filter(({ minute }) => isIn(minute)),
      quarantined: reading.quarantined.filter(({ minute }) => isIn(minute)),
    },
  };
}

/** One answer for each run of known minutes, or longer candles: what lies between two of them stays unanswered. */
export function answersOf(
  market: Market,
  source: Source,
  askedAtMs: number,
  read: ReadPage,
  step = 1,
): readonly Answer[] {
  const { covered, silent, candles, quarantined } = read.reading;
  if (covered === undefined) return [];
  const shared = { market, source, askedAtMs, provenance: [read.provenance] };
  const unknown = union([...unknownIn(read, step), ...silent]);
  if (unknown.length === 0) return [{ ...shared, asked: covered, candles, quarantined }];
  return subtract(covered, unknown).map((asked, index) => {
    const isWithin = (at: Minute | undefined): boolean =>
      at === undefined ? index === 0 : at >= asked.from && at < asked.to;
    return {
      ...shared,
      asked,
      candles: candles.filter((candle) => isWithin(candle.minute)),
      quarantined: quarantined.filter((row) => isWithin(row.minute)),
    };
  });
}
