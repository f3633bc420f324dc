import type { Analysis, VenueSeries } from '../../analysis/types';
import { baselineOf } from '../../analysis/scorecards/unusual';
import type { Market } from '../../domain/market';
import type { MinuteRange } from '../../domain/minute';
import { analysisAt } from '../deviations/deviations';
import { atOneMoment } from '../moment';
import type { Context } from '../context';

/** The days before a window, measured as the window is. */
export interface Baseline {
  readonly range: MinuteRange;
  /** The same market then; undefined: no data of it. */
  readonly of: (market: Market) => VenueSeries | undefined;
}

/**
 * What the peaks of an analysis are compared with (method, section 8): every market it shows, peers too, asked the same over the
 * days before. A venue whose past alone would choose another book keeps the one of the window. undefined: there are no days before.
 */
export async function baselineFor(
  context: Context,
  { question, series }: Pick<Analysis, 'question' | 'series'>,
): Promise<Baseline | undefined> {
  const range = baselineOf(question.range);
  if (range === undefined) return undefined;
  const markets = series.map(({ market: { venue, quote, kind } }) => ({ venue, quote, kind }));
  const found = await atOneMoment(context, question.asOf, (moment) =>
    analysisAt(moment, { ...question, range, markets }),
  );
  const past = found.ok ? found.value.analysis.series : [];
  return {
    range,
    of: (market) =>
      past.find(
        (one) =>
          one.market.venue === market.venue && one.market.quote === market.quote && one.market.kind === market.kind,
      ),
  };
}
