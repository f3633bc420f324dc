import { bookDayOf, questionOf, type AskedDay, type StoredDay } from '../../claims/audit/market';
import type { Context } from '../context';
import { windowDeviations } from '../deviations/deviations';
import { chartSeriesOf } from '../deviations/rows';

/** A day of a book as the instance's own analysis answers it. Throws where it refuses the question for another reason than that nothing is stored. */
export async function bookDay(context: Context, asked: AskedDay): Promise<StoredDay> {
  const question = questionOf(asked);
  if (question === undefined) return 'not-stored';
  const found = await windowDeviations(context, question, { resolution: 1 });
  if (found.ok) return bookDayOf(asked, { ...found.value.facts, series: found.value.rows.map(chartSeriesOf) });
  if (found.code === 'not-held') return 'not-stored';
  throw new Error(found.message);
}
