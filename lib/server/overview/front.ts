import type { OverviewAnswer, RankedEpisode } from '../../api/overview';
import { seriesKey } from '../../charts/chart';
import type { SketchedChart } from '../../charts/sparkline/sketch';
import type { Spark } from '../../charts/sparkline/spark';
import type { Asset } from '../../domain/market';
import { formatMinute, parseRange, type MinuteRange } from '../../domain/minute';
import { grouped } from '../../domain/grouped';
import { defaultQuestion, type Question } from '../../domain/question';
import { promised } from '../../domain/unit';
import type { FrontFacts } from '../../words/front';
import { EVENT_WINDOW } from '../coverage/window';
import type { Outcome } from '../http/outcome';
import type { Sketch, SketchAsked } from './sketch';

/** Whoever draws, or has drawn already. */
export type Draw = (asked: SketchAsked) => Promise<Outcome<Sketch>>;

/** One asset of the first screen. */
export interface FrontSubject {
  readonly facts: FrontFacts;
  /** Minute by minute, of the market of its deepest episode. */
  readonly spark: Spark | undefined;
}

/** What the front page shows of the data, drawn. */
export interface Front {
  readonly simulated: boolean;
  /** undefined: no episode is stored. */
  readonly hero: (FrontSubject & { readonly chart: SketchedChart; readonly isOfEvent: boolean }) | undefined;
  readonly multiples: readonly FrontSubject[];
}

/** Those the event is told by; the first is the hero. */
const EVENT_ASSETS = ['ATOM', 'WBETH', 'BNSOL'] as readonly string[] as readonly Asset[];
/** Minutes a bucket of the small drawings, of the event's four hours: each minute has its own. */
const MULTIPLE_BUCKETS = 240;

/** The event's assets where they are stored; else the deepest episodes of anything stored, of as many assets. */
export async function front(overview: OverviewAnswer, draw: Draw): Promise<Front> {
  const event = await subjectsOf(
    EVENT_ASSETS.filter((asset) => isOfEvent(overview, asset)).map((asset) => defaultQuestion(asset, EVENT_WINDOW)),
    draw,
  );
  const isEvent = event[0]?.facts.asset === EVENT_ASSETS[0];
  const subjects = isEvent ? event : await subjectsOf(deepestQuestions(overview.deepest), draw);
  const [first] = subjects;
  const hero = first?.chart === undefined ? undefined : { ...first, chart: first.chart, isOfEvent: isEvent };
  return { simulated: overview.simulated, hero, multiples: subjects };
}

const isOfEvent = ({ assets }: OverviewAnswer, asset: Asset): boolean =>
  assets.some((one) => one.asset === asset && one.window.from === formatMinute(EVENT_WINDOW.from));

/** The windows of the deepest episodes, one an asset. */
function deepestQuestions(deepest: readonly RankedEpisode[]): readonly Question[] {
  const firsts = deepest.filter(({ asset }, i) => deepest.findIndex((one) => one.asset === asset) === i);
  return firsts.slice(0, EVENT_ASSETS.length).map((episode) => questionOf(episode));
}

const rangeOf = ({ from, to }: Pick<RankedEpisode, 'from' | 'to'>): MinuteRange => promised(parseRange(from, to));

const questionOf = (episode: RankedEpisode): Question => ({
  ...defaultQuestion(episode.asset as Asset, rangeOf(episode)),
  reference: { kind: episode.reference },
});

/** Of a list's sparklines. */
const ROW_BUCKETS = 48;

/** The sparklines of a list of episodes, each over the window its row links to, by `asset/id`: one drawing a window, however many rows it has. */
export async function sparksOf(
  episodes: readonly RankedEpisode[],
  draw: Draw,
): Promise<Readonly<Record<string, Spark>>> {
  const windows = [...grouped(episodes, ({ asset, reference, from, to }) => [asset, reference, from, to].join(' '))];
  const drawn = await Promise.all(
    windows.map(async ([, own]) => {
      const [first] = own;
      if (first === undefined) return [];
      const found = await draw({
        question: questionOf(first),
        chartId: undefined,
        buckets: ROW_BUCKETS,
        markets: [...new Set(own.map(seriesKey))].sort(),
      });
      if (!found.ok) return [];
      const { sparks } = found.value;
      return own.flatMap((one) => {
        const spark = sparks[seriesKey(one)];
        return spark === undefined ? [] : [[`${one.asset}/${one.id}`, spark] as const];
      });
    }),
  );
  return Object.fromEntries(drawn.flat());
}

interface Drawn extends FrontSubject {
  readonly chart: SketchedChart | undefined;
}

/** Those of which anything strayed; the first with its chart. */
async function subjectsOf(questions: readonly Question[], draw: Draw): Promise<readonly Drawn[]> {
  const drawn = await Promise.all(
    questions.map((question, i) =>
      draw({ question, chartId: i === 0 ? 'hero' : undefined, buckets: MULTIPLE_BUCKETS, markets: undefined }),
    ),
  );
  return drawn.flatMap((one) => {
    if (!one.ok || one.value.facts === undefined) return [];
    const { facts, sparks, chart } = one.value;
    return [{ facts, spark: sparks[seriesKey(facts.deepest)], chart }];
  });
}
