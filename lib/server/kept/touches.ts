import type { ChangedBook } from '../../store/changes/changes';
import type { Rests } from '../../store/connection/reading';
import { bookName } from './freshness';

/** Whether a write makes an answer stale. */
export function touches(rests: Rests, change: ChangedBook): boolean {
  if (rests.everything) return true;
  if (change.isNew && (rests.anyBook || rests.bases.includes(change.market.base))) return true;
  const name = bookName(change);
  return rests.books.some(
    (book) =>
      bookName(book) === name && (change.whole || change.days.some(({ day }) => day >= book.first && day <= book.last)),
  );
}
