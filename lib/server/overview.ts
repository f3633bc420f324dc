import { analyse } from '../analysis/analyse';
import type { Episode } from '../analysis/types';
import type { OverviewAnswer, RankedEpisode } from '../api/overview';
import { symbolOf } from '../domain/asset';
import type { Asset } from '../domain/market';
import { formatMinute, MINUTES_PER_DAY, minute, minuteRange, minutesIn, union, type MinuteRange } from '../domain/minute';
import { defaultQuestion, METHOD_VERSION, type Question } from '../domain/question';
import { coverageOf, marketsHeld, type HeldCoverage } from '../store/holdings';
import { analysisInputOf } from './analysisInput';
import type { Context } from './context';
import { episodeAnswerOf } from './deviationsAnswer';
import { answer, type Outcome } from './outcome';
import { defaultWindow, EVENT_WINDOW } from './window';

/** How many of the deepest are listed; the first screen of a page, and a few more. */
const LISTED = 20;
/** Of a longer history only the last days are searched here; the asset's own page shows the rest. */
const SEARCHED_DAYS = 31;
/** A link to an episode shows this much before and after it. */
const MARGIN_MINUTES = 60;

interface AssetOverview {
  readonly asset: OverviewAnswer['assets'][number];
  readonly episodes: readonly RankedEpisode[];
}

/** The last overview of each database, and the state of the candles it was made from. */
const remembered = new WeakMap<Context['database'], { readonly key: string; readonly made: Promise<readonly AssetOverview[]> }>();

/** What is held, asset by asset, and the deepest deviations in it, for the method's default parameters. */
export async function overview(context: Context): Promise<Outcome<OverviewAnswer>> {
  const assets = await overviews(context);
  return answer({
    method: METHOD_VERSION,
    simulated: context.simulated,
    assets: assets.map(({ asset }) => asset),
    deepest: assets
      .flatMap(({ episodes }) => episodes)
      .sort((a, b) => Math.abs(b.peak) - Math.abs(a.peak) || b.areaPctMinutes - a.areaPctMinutes || (a.id < b.id ? -1 : 1))
      .slice(0, LISTED),
  });
}

/** Made anew only when candles changed: every write raises a version. */
async function overviews(context: Context): Promise<readonly AssetOverview[]> {
  const held = await marketsHeld(context.database);
  const key = held.map(({ version }) => version).join(' ');
  const last = remembered.get(context.database);
  if (last?.key === key) return last.made;
  const made = makeOverviews(context);
  remembered.set(context.database, { key, made });
  made.catch(() => remembered.delete(context.database));
  return made;
}

async function makeOverviews(context: Context): Promise<readonly AssetOverview[]> {
  const held = await coverageOf(context.database);
  const assets = [...new Set(held.map(({ market }) => market.base))].sort();
  const out: AssetOverview[] = [];
  // One after another: the analysis occupies the process, and other readers wait behind it.
  for (const asset of assets) {
    const made = await overviewOf(context, asset, held.filter(({ market }) => market.base === asset));
    if (made !== undefined) out.push(made);
  }
  return out;
}

async function overviewOf(context: Context, asset: Asset, held: readonly HeldCoverage[]): Promise<AssetOverview | undefined> {
  const ranges = union(held.flatMap(({ answered }) => answered));
  const [first, last] = [ranges[0], ranges.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  const span = minuteRange(first.from, last.to);
  const question = defaultQuestion(asset, searched(span));
  const input = await analysisInputOf(context, question);
  if (input === undefined) return undefined;
  const { episodes, notes } = analyse(input);
  const window = defaultWindow(ranges);
  return {
    asset: {
      asset,
      name: symbolOf(asset),
      venues: [...new Set(held.map(({ market }) => market.venue))].sort(),
      from: formatMinute(span.from),
      to: formatMinute(span.to),
      window: { from: formatMinute(window.from), to: formatMinute(window.to) },
      candles: held.reduce((total, { candles }) => total + candles, 0),
      notes: [...notes],
    },
    episodes: episodes.slice(0, LISTED).map((episode) => rankedOf(episode, question, span)),
  };
}

function searched(span: MinuteRange): MinuteRange {
  const most = SEARCHED_DAYS * MINUTES_PER_DAY;
  return minutesIn(span) <= most ? span : minuteRange(minute(span.to - most), span.to);
}

function rankedOf(episode: Episode, question: Question, span: MinuteRange): RankedEpisode {
  const window = linkWindow(episode, span);
  return {
    ...episodeAnswerOf(episode),
    asset: question.asset,
    name: symbolOf(question.asset),
    from: formatMinute(window.from),
    to: formatMinute(window.to),
    enter: question.enter,
  };
}

/** The event's window where the episode lies in it; else the episode with an hour to each side, within what is held. */
function linkWindow({ start, end }: Episode, span: MinuteRange): MinuteRange {
  if (start >= EVENT_WINDOW.from && end <= EVENT_WINDOW.to) return EVENT_WINDOW;
  return minuteRange(minute(Math.max(span.from, start - MARGIN_MINUTES)), minute(Math.min(span.to, end + MARGIN_MINUTES)));
}
