import { CANDLE_FIELDS } from '../../domain/candle';
import { formatInstant, instant, type Instant } from '../../domain/instant';
import { marketAndSourceOf } from '../../domain/candleFile';
import { formatMinute, type MinuteRange } from '../../domain/minute';
import type { Readable } from '../../store/connection/client';
import type { Wanted } from '../../store/days/candles';
import { revisionsIn, type Revision } from '../../store/revisions/revisions';
import { orNull } from '../deviations/rows';
import { csvLine } from './csvLine';

const SIDES = ['before', 'after'] as const;
const HEAD = csvLine([
  ...['venue', 'base', 'quote', 'kind', 'source', 'minute', 'firstSeen', 'seenAgain'],
  ...SIDES.flatMap((side) => CANDLE_FIELDS.map((field) => `${side}.${field}`)),
]);

/**
 * Minutes of a range of which a source of these books later gave something else, in the order in which that was recorded: both candles, as published;
 * empty: no candle. As of an instant, what was recorded up to then.
 */
export async function revisionsCsv(
  db: Readable,
  books: readonly Wanted[],
  { range, asOf }: { readonly range: MinuteRange; readonly asOf: Instant | undefined },
): Promise<string> {
  const names = new Set(books.map(marketAndSourceOf));
  const bases = [...new Set(books.map(({ market }) => market.base))].sort();
  const lines = [HEAD];
  for (const asset of bases)
    for (const one of await revisionsIn(db, { asset, range, asOf }))
      if (names.has(marketAndSourceOf(one))) lines.push(lineOf(one));
  return lines.join('');
}

const lineOf = (revision: Revision): string => {
  const { market, source, minute, firstSeenMs, seenAgainMs } = revision;
  return csvLine([
    ...[market.venue, market.base, market.quote, market.kind, source, formatMinute(minute)],
    ...[firstSeenMs, seenAgainMs].map((at) => formatInstant(instant(at))),
    ...SIDES.flatMap((side) => CANDLE_FIELDS.map((field) => orNull(revision[side]?.[field]))),
  ]);
};
