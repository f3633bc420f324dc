import type { VenueSeriesAnswer } from '../../api/deviations';
import { certaintyFrom, writeCertainty } from '../../domain/episode';
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
  'rate',
  'rateRule',
  'rateUncertainty',
  'uncertainty',
] as const;

const HEAD = ['asset', 'venue', 'market', 'kind', 'minute', ...COLUMNS, 'certainty', 'missing', 'simulated'].join(',');

/**
 * Every minute of a window of any length as CSV, by month, venue and minute: one row per venue and minute; a hole is empty with
 * its reason in the last column but one. `certainty` is that of the minute's greater deviation, where it reaches the entry level. `simulated` stands in every row. Nothing is written before the question is known
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
      for (const one of series) await write(rowsOf(question, one, context.simulated));
    },
  });
  valueOf(found, rehearsal);
  await begin();
}

const rowsOf = ({ asset, enter }: Question, series: VenueSeriesAnswer, simulated: boolean): string =>
  series.minutes
    .map(
      (minute, i) =>
        `${[asset, series.venue, series.market, series.kind, minute, ...COLUMNS.map((name) => cell(series[name]?.[i])), certaintyAt(series, i, enter), cell(series.missing[i]), String(simulated)].join(',')}\n`,
    )
    .join('');

const cell = (value: string | number | null | undefined): string =>
  value === null || value === undefined ? '' : String(value);

/** Empty in a minute that is nearer than the entry level, or not measured. */
function certaintyAt({ dLow, dHigh, uncertainty, weak }: VenueSeriesAnswer, i: number, enter: number): string {
  const beyond = [dLow[i], dHigh[i]].filter((one) => one !== null && one !== undefined && Math.abs(one) >= enter);
  if (beyond.length === 0) return '';
  const greatest = Math.max(...beyond.map((one) => Math.abs(one as number)));
  return writeCertainty(certaintyFrom(greatest, uncertainty[i] ?? NaN, weak[i] === true, enter));
}
