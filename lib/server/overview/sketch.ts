import { deepestOf } from '../../api/deepest';
import { focusOf, seriesKey, type ChartAnswer } from '../../charts/chart';
import { priceBounds } from '../../charts/look/bounds';
import type { Sketched, SketchedChart } from '../../charts/sparkline/sketch';
import { sparkOf } from '../../charts/sparkline/spark';
import { heroSvg } from '../../evidence/heroSvg';
import type { Question } from '../../domain/question';
import type { FrontFacts } from '../../words/front';
import type { Context } from '../context';
import { windowDeviations, type DeviationsOptions } from '../deviations/deviations';
import { chartAnswerOf } from '../deviations/deviationsAnswer';
import { answer, type Outcome } from '../http/outcome';

/** What the front page asks of a window. */
export interface SketchAsked {
  readonly question: Question;
  /** Names the drawing on its page; undefined: no chart is drawn. */
  readonly chartId: string | undefined;
  /** At most, of a sparkline. */
  readonly buckets: number;
  /** The markets whose sparklines are wanted, by `seriesKey`; undefined: that of the deepest episode. */
  readonly markets: readonly string[] | undefined;
}

/** The window's drawings, and the facts that its sentences are made of; undefined facts: no episode beyond the rates' uncertainty. */
export interface Sketch extends Sketched {
  readonly facts: FrontFacts | undefined;
}

const WIDE = { width: 840, height: 460 } as const;
const NARROW = { width: 358, height: 320, compact: true } as const;

/** Analyses a window and draws it. */
export async function sketch(
  context: Context,
  asked: SketchAsked,
  options: Pick<DeviationsOptions, 'signal'> = {},
): Promise<Outcome<Sketch>> {
  const found = await windowDeviations(context, asked.question, options);
  if (!found.ok) return found;
  const { facts } = found.value;
  const chartAnswer = chartAnswerOf(found.value);
  const deepest = deepestOf(facts.episodes);
  const wanted = asked.markets ?? (deepest === undefined ? [] : [seriesKey(deepest)]);
  return answer({
    simulated: facts.simulated,
    facts:
      deepest === undefined
        ? undefined
        : {
            asset: facts.asset,
            name: facts.name,
            from: facts.from,
            to: facts.to,
            currency: facts.currency,
            reference: facts.reference,
            deepest,
            fall: {
              market: facts.market.fall,
              venue:
                facts.falls.find(({ venue, kind }) => venue === deepest.venue && kind === deepest.kind)?.fall ?? null,
            },
          },
    chart:
      asked.chartId === undefined || deepest === undefined
        ? undefined
        : chartOf(chartAnswer, deepest.venue, asked.chartId),
    sparks: Object.fromEntries(
      chartAnswer.series
        .filter((series) => wanted.includes(seriesKey(series)))
        .map((series) => [seriesKey(series), sparkOf(series, chartAnswer, asked.buckets)]),
    ),
  });
}

function chartOf(chartAnswer: ChartAnswer, focus: string, id: string): SketchedChart {
  const chart = { answer: chartAnswer, focus, scale: 'auto' } as const;
  const { log, least } = priceBounds(chart);
  return {
    wide: heroSvg({ ...chart, ...WIDE }, `${id}-wide`),
    narrow: heroSvg({ ...chart, ...NARROW }, `${id}-narrow`),
    axis: log ? 'log' : least,
    others: chartAnswer.series.length - (focusOf(chart) === undefined ? 0 : 1),
  };
}
