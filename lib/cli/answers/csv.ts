import type { VenueSeriesAnswer } from '../../api/deviations';
import type { Question } from '../../domain/question';
import type { Context } from '../../server/context';
import { deviationsByPiece, type ByPieceOptions } from '../../server/deviations/deviations';
import { valueOf } from '../../processes/exit';

const COLUMNS = [
  'open',
  'high',
  'low',
  'close',
  'usdVolume',
  'referenceLow',
  'referenceHigh',
  'referenceClose',
  'peers',
  'dispersion',
  'dLow',
  'dHigh',
  'dClose',
  'outside',
  'missing',
] as const;

const HEAD = ['asset', 'venue', 'market', 'kind', 'minute', ...COLUMNS, 'simulated'].join(',');

/**
 * Every minute of a window of any length as CSV, by month, venue and minute: one row per venue and minute; a hole is empty with
 * its reason in the last column but one. `simulated` stands in every row. Nothing is written before the question is known
 * to have an answer.
 */
export async function writeCsv(
  context: Context,
  question: Question,
  rehearsal: boolean | undefined,
  write: (text: string) => Promise<void>,
  options: ByPieceOptions = {},
): Promise<void> {
  let isBegun = false;
  const begin = async (): Promise<void> => {
    if (!isBegun) await write(`${HEAD}\n`);
    isBegun = true;
  };
  const found = await deviationsByPiece(context, question, {
    ...options,
    onSeries: async (series) => {
      await begin();
      for (const one of series) await write(rowsOf(question.asset, one, context.simulated));
    },
  });
  valueOf(found, rehearsal);
  await begin();
}

const rowsOf = (asset: string, series: VenueSeriesAnswer, simulated: boolean): string =>
  series.minutes
    .map(
      (minute, i) =>
        `${[asset, series.venue, series.market, series.kind, minute, ...COLUMNS.map((name) => cell(series, name, i)), String(simulated)].join(',')}\n`,
    )
    .join('');

function cell(series: VenueSeriesAnswer, name: (typeof COLUMNS)[number], i: number): string {
  const value = series[name]?.[i];
  return value === null || value === undefined ? '' : String(value);
}
