import { answerOfColumns } from '../../api/columns/decode';
import { bookDayOf, questionOf, type AskedDay, type StoredDay } from '../../claims/audit/market';
import { deviationsColumns } from '../columns/deviationsColumns';
import type { Context } from '../context';

/**
 * A day of a book as the instance's own analysis answers it: as the columns that a browser is sent, so that a command and a page
 * come to the same cent. Throws where the question is refused for another reason than that nothing is stored.
 */
export async function bookDay(context: Context, asked: AskedDay): Promise<StoredDay> {
  const question = questionOf(asked);
  if (question === undefined) return 'not-stored';
  const found = await deviationsColumns(context, question, { resolution: 1 });
  if (found.ok) return bookDayOf(asked, answerOfColumns(found.value.columns));
  if (found.code === 'not-held') return 'not-stored';
  throw new Error(found.message);
}
