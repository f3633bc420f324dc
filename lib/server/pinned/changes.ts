import type { ChangedBook } from '../../api/verification';
import type { Instant } from '../../domain/instant';
import { pairOf } from '../../domain/market';
import type { BookLine, DigestText } from '../../sealed/digestText';
import { candlesOf } from '../../store/days/candles';
import { differences } from '../earlier/differences';
import type { Moment } from '../moment';

/**
 * Which books two texts of digests tell apart, and minute by minute what was and what is: `was` is of the state as of `then`, `now` of the moment. The
 * earlier books come first, in their order.
 */
export async function changedBooks(
  moment: Moment,
  then: Instant,
  { was, now }: { readonly was: DigestText; readonly now: DigestText },
): Promise<ChangedBook[]> {
  const changed: ChangedBook[] = [];
  for (const [name, line] of was.books) {
    const other = now.books.get(name);
    if (other === undefined) changed.push(bookOf(line, 'gone', null));
    else if (other.hash !== line.hash) changed.push(bookOf(line, 'other', await changedMinutes(moment, then, line)));
  }
  for (const [name, line] of now.books) if (!was.books.has(name)) changed.push(bookOf(line, 'added', null));
  return changed;
}

const bookOf = (
  { role, wanted: { market, source } }: BookLine,
  change: ChangedBook['change'],
  minutes: ChangedBook['minutes'],
): ChangedBook => ({ role, venue: market.venue, market: pairOf(market), kind: market.kind, source, change, minutes });

async function changedMinutes(
  { snapshot, asOf }: Moment,
  then: Instant,
  { wanted, range }: BookLine,
): Promise<ChangedBook['minutes']> {
  if (range === undefined) return null;
  const [before] = await candlesOf(snapshot, [wanted], range, { asOf: then });
  const [after] = await candlesOf(snapshot, [wanted], range, { asOf });
  return before === undefined || after === undefined ? null : differences(before, after, range);
}
