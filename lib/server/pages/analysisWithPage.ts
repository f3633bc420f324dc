import { answerOfColumns } from '../../api/columns/decode';
import type { ColumnsAnswer } from '../../api/columns/format';
import { columnsAddress } from '../../api/client/address';
import type { ChartAnswer, DeviationChart } from '../../charts/chart';
import { BRUSH_FOOT, chartHeight } from '../../charts/deviationOption';
import { formatMinute } from '../../domain/minute';
import { pageChartSvg } from '../../evidence/pageChartSvg';
import { inPageLanguage } from '../../permalink/language';
import { deviationsParameters } from '../../permalink/parameters';
import type { View } from '../../permalink/view';
import { columnsOf } from '../columns/encode';
import { appContext } from '../context';
import { windowDeviations } from '../deviations/deviations';
import { chartAnswerOf } from '../deviations/deviationsAnswer';
import { questionRests } from '../deviations/questionRests';
import { answer, type Outcome } from '../http/outcome';
import { withMoment } from '../moment';
import { restsOn } from '../../store/connection/reading';
import { isShort } from '../thread/door';
import { laidOut } from './laidOut';

/** A chart as it stands in the page's HTML, before the browser draws it. */
export interface DrawnSvg {
  /** Of its text in `plumblineDrawn`, where the page's HTML finds it: a property would be written into the page a second time. */
  readonly key: string;
  readonly css: string;
  /** It is drawn for a place of this width, and shown no larger: taller than its place, it would lose its foot. */
  readonly width: number;
  /** Of the place that the browser's own chart, with its controls, will take. */
  readonly height: number;
  /** Of the brush at its foot, which a hand uses and paper does without, in percent of the drawing's width. */
  readonly foot: number;
}

/** The same window for a desk and for a telephone held upright: the page shows the one that fits. */
export interface DrawnCharts {
  readonly wide: DrawnSvg;
  readonly narrow: DrawnSvg;
}

/** The analysis that a page opens with. */
export interface PageAnalysis {
  /** For the browser, which draws from them; undefined: there are so many that it asks for them while the chart is seen. */
  readonly columns: Uint8Array<ArrayBuffer> | undefined;
  /** Of a window whose columns do not come along: what they say. */
  readonly answer?: ColumnsAnswer;
  readonly drawn: DrawnCharts;
}

/** A telephone of 390 pixels less the page's margins. */
const NARROW = 358;

/** More bytes would hold up the page: a month in buckets of two hours has a quarter of a million. */
const MOST_COLUMNS_BYTES = 400_000;

/**
 * undefined where the window is so long that the browser had better ask for it, unless its answer is kept already. `width`: of the chart on a wide
 * page.
 */
export async function analysisWithPage(view: View, width: number): Promise<Outcome<PageAnalysis> | undefined> {
  const { question } = view;
  if (!isShort(question)) return keptWithPage(view, width);
  const found = await windowDeviations(await appContext(), question, {});
  if (!found.ok) return found;
  return answer({ columns: columnsOf(found.value), drawn: drawnCharts(chartAnswerOf(found.value), view, width) });
}

/** The answer that an earlier reader waited for. */
async function keptWithPage(view: View, width: number): Promise<Outcome<PageAnalysis> | undefined> {
  const { question } = view;
  const body = await globalThis.plumblineKeptBody?.(inPageLanguage(columnsAddress(deviationsParameters(question))));
  if (body === undefined) {
    // As soon as the answer is there, the page is another one.
    restsOn({ isFleeting: true });
    return undefined;
  }
  await withMoment(await appContext(), question.asOf, () => Promise.resolve(), questionRests(question));
  const found = answerOfColumns(body);
  const drawn = drawnCharts(found, view, width);
  return answer(
    body.length > MOST_COLUMNS_BYTES
      ? { columns: undefined, answer: found, drawn }
      : { columns: new Uint8Array(body), drawn },
  );
}

/** A view's chart as a page shows it before its scripts have come. */
export function drawnCharts(found: ChartAnswer, view: View, width: number): DrawnCharts {
  const chart = {
    answer: found,
    scale: view.scale,
    lines: view.lines,
    fontFamily: 'inherit',
    brush: true,
    ...(view.focus === undefined ? {} : { focus: view.focus }),
    ...(view.minute === undefined ? {} : { minute: formatMinute(view.minute) }),
  } as const;
  return {
    wide: drawnSvg({ ...chart, width }, 'wide'),
    narrow: drawnSvg({ ...chart, width: NARROW, compact: true }, 'narrow'),
  };
}

function drawnSvg(chart: Omit<DeviationChart, 'theme'>, id: string): DrawnSvg {
  const { svg, css } = pageChartSvg(chart, `drawn-${id}`);
  return {
    key: laidOut(svg),
    css,
    width: chart.width,
    height: chartHeight({ ...chart, theme: 'light' }),
    foot: (100 * BRUSH_FOOT) / chart.width,
  };
}
