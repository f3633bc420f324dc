import type { Question } from '../../domain/question';
import type { Context } from '../../server/context';
import { deviationsByPiece, type ByPieceOptions } from '../../server/deviations/deviations';
import { csvHead, csvRows } from '../../server/forms/csv';
import { seriesTable } from '../../server/forms/table';
import { valueOf } from '../../processes/exit';

/**
 * Every minute of a window of any length as CSV, by month, venue and minute: one row per venue and minute; a hole is empty with
 * its reason in the last column but one. Nothing is written before the question is known to have an answer.
 */
export async function writeCsv(
  context: Context,
  question: Question,
  rehearsal: boolean | undefined,
  write: (text: string) => Promise<void>,
  options: ByPieceOptions = {},
): Promise<void> {
  const { simulated } = context;
  let isBegun = false;
  const begin = async (): Promise<void> => {
    if (!isBegun) await write(csvHead(seriesTable([], { ...question, simulated })));
    isBegun = true;
  };
  const found = await deviationsByPiece(context, question, {
    ...options,
    onSeries: async (series) => {
      await begin();
      for (const one of series) await write(csvRows(seriesTable([one], { ...question, simulated })));
    },
  });
  valueOf(found, rehearsal);
  await begin();
}
