import { judge, type KnownAlert, type Transition } from '../../alerts/judge';
import type { Episode } from '../../analysis/types';
import { formatInstant, type Instant } from '../../domain/instant';
import type { Asset } from '../../domain/market';
import {
  clampedMinute,
  minute,
  minuteAt,
  minuteRange,
  MINUTES_PER_DAY,
  type Minute,
  type MinuteRange,
} from '../../domain/minute';
import { EVERY_EPISODE } from '../../domain/scan';
import { defaultQuestion, type Question } from '../../domain/question';
import { sha256 } from '../../evidence/sha256';
import { viewPath } from '../../permalink/view';
import {
  alertsAfter,
  areAsRead,
  freeId,
  changingAlerts,
  newestMinutes,
  noteJudged,
  recordChange,
  versionsIn,
  type StoredAlert,
  type StoredChange,
} from '../../store/alerts/alerts';
import { firstEpisodes, type StoredEpisode } from '../../store/episodes/episodes';
import type { Context } from '../context';
import { analysisAt } from '../deviations/deviations';
import { withMoment, type Moment } from '../moment';
import type { AlertFile, HomeRule } from './alertFile';
import { uuidOf } from './uuid';
import { figuresTextOf, ruleTextOf } from './message';

/** An episode that ended longer ago is no news. */
const NEWS_MINUTES = MINUTES_PER_DAY;
/** So long an alert is judged again when candles change. */
const JUDGED_MINUTES = 7 * MINUTES_PER_DAY;
/** Before an episode, in the window of its alert's address. */
const LEAD_MINUTES = 60;
/** More episodes at once are a day of a kind that has never been. */
const MOST_EPISODES = 10_000;

export interface EvaluateOptions extends AlertFile {
  /** When what is found is recorded. */
  readonly now: Instant;
}

/** One rule judged on one asset in one window. */
interface Found {
  readonly rule: HomeRule;
  readonly asset: Asset;
  /** Those that share a minute with the window, as they were read. */
  readonly alerts: readonly StoredAlert[];
  readonly window: MinuteRange;
  /** Whether the window is one in which an alert was judged before. */
  readonly isAgain: boolean;
  readonly versions: string;
  readonly question: Question;
  readonly digest: string;
  readonly transitions: readonly Transition<Episode>[];
}

/**
 * Judges every rule by what is stored now and records what changed, with what each receiver is owed. Episodes must be up to date (`refreshEpisodes`):
 * they say which assets to look at. Several processes may do this at once: what another recorded meanwhile is not recorded again. Answers how
 * many changes were recorded.
 */
export async function evaluateAlerts(context: Context, { rules, receivers, now }: EvaluateOptions): Promise<number> {
  if (rules.length === 0) return 0;
  const owed = receivers.filter(({ inRehearsal }) => inRehearsal || !context.simulated).map(({ id }) => id);
  let changes = 0;
  for (const found of await withMoment(context, undefined, (moment) => foundAt(moment, rules)))
    changes += await recorded(context, found, owed, now);
  return changes;
}

async function foundAt(moment: Moment, rules: readonly HomeRule[]): Promise<readonly Found[]> {
  const newest = await newestMinutes(moment.snapshot);
  if (newest.size === 0) return [];
  const last = minute(Math.max(...newest.values()));
  const alerts = await alertsAfter(moment.snapshot, clampedMinute(last - JUDGED_MINUTES));
  const episodes = await firstEpisodes(moment.snapshot, {
    ...EVERY_EPISODE,
    range: minuteRange(clampedMinute(last - NEWS_MINUTES), last),
    limit: MOST_EPISODES,
    kinds: ['spot'],
    leastDepth: Math.min(...rules.map(({ rule }) => rule.depth)),
  });
  const found: Found[] = [];
  for (const rule of rules)
    for (const [asset, to] of newest) {
      if (rule.rule.assets?.includes(asset) === false) continue;
      const own = alerts.filter((one) => one.rule === rule.id && one.asset === asset);
      found.push(...(await foundOn(moment, rule, { asset, to, alerts: own, episodes })));
    }
  return found;
}

interface OnAsset {
  readonly asset: Asset;
  /** The end of its newest minute. */
  readonly to: Minute;
  readonly alerts: readonly StoredAlert[];
  /** Of all assets. */
  readonly episodes: readonly StoredEpisode[];
}

/** What is found in the last day, and of alerts from before it in their own windows, where a candle changed. */
async function foundOn(
  moment: Moment,
  rule: HomeRule,
  { asset, to, alerts, episodes }: OnAsset,
): Promise<readonly Found[]> {
  const news = to - NEWS_MINUTES;
  const starts = [
    ...episodes
      .filter((one) => one.asset === asset && one.end > news && one.start < to && Math.abs(one.peak) >= rule.rule.depth)
      .map(({ start }) => start),
    ...alerts.filter(({ start }) => start >= news && start < to).map(({ start }) => start),
  ];
  const found: Found[] = [];
  if (starts.length > 0) {
    const window = minuteRange(clampedMinute(Math.max(to - JUDGED_MINUTES, Math.min(...starts) - LEAD_MINUTES)), to);
    const since = moment.simulated ? 0 : minuteAt(rule.added);
    found.push(...(await judgedIn(moment, rule, { asset, window, since, alerts })));
  }
  const looked = new Set(found.flatMap((one) => one.alerts.map(({ id }) => id)));
  for (const alert of alerts) {
    if (looked.has(alert.id) || alert.state === 'withdrawn') continue;
    const window = { from: alert.from, to: alert.to };
    if ((await versionsIn(moment.snapshot, window)) === alert.versions) continue;
    found.push(...(await judgedIn(moment, rule, { asset, window, since: undefined, alerts })));
  }
  return found;
}

interface Window {
  readonly asset: Asset;
  readonly window: MinuteRange;
  /** undefined: nothing in it is news; it was judged before. */
  readonly since: number | undefined;
  /** Of the rule and asset. */
  readonly alerts: readonly StoredAlert[];
}

/** The method's own episodes, with the rule's depth as their entry level and its peers as the fewest of a minute. */
async function judgedIn(
  moment: Moment,
  rule: HomeRule,
  { asset, window, since, alerts: all }: Window,
): Promise<readonly Found[]> {
  const { depth, peers } = rule.rule;
  const question = { ...defaultQuestion(asset, window), enter: depth, minPeers: peers };
  const analysed = await analysisAt(moment, question);
  if (!analysed.ok) return [];
  const { analysis, digest } = analysed.value;
  const alerts = all.filter(({ start, end }) => start < window.to && end > window.from);
  const transitions = judge({ rule: rule.rule, episodes: analysis.episodes, alerts, window, since: since ?? Infinity });
  const versions = await versionsIn(moment.snapshot, window);
  return [{ rule, asset, alerts, window, isAgain: since === undefined, versions, question, digest, transitions }];
}

/** Writes what was found, unless somebody wrote something of the rule and asset since it was read. */
async function recorded(
  { database, simulated }: Context,
  found: Found,
  receivers: readonly string[],
  recordedAt: Instant,
): Promise<number> {
  const { rule, asset, alerts, window, isAgain, versions, transitions } = found;
  if (transitions.length === 0 && !isAgain) return 0;
  return changingAlerts(database, asset, async (client) => {
    if (!(await areAsRead(client, { rule: rule.id, asset, window }, alerts))) return 0;
    for (const transition of transitions) {
      const before = alerts.find(({ id }) => id === transition.alert?.id);
      const { venue, side, start, end } = seenOf(transition);
      const id =
        before?.id ??
        (await freeId(
          client,
          alertIds([...(simulated ? ['simulated'] : []), rule.id, asset, venue, side, String(start)]),
        ));
      const { state } = transition;
      const sequence = before === undefined ? 1 : before.sequence + 1;
      const now = { state, start, end, from: window.from, to: window.to, versions, sequence };
      const alert = { id, rule: rule.id, ruleText: ruleTextOf(rule), asset, venue, side, ...now };
      await recordChange(client, alert, changeOf(found, transition, alert, recordedAt), receivers);
    }
    const changed = new Set(transitions.map(({ alert }) => alert?.id));
    for (const { id, start, end } of isAgain ? alerts : [])
      if (!changed.has(id) && start >= window.from && end <= window.to)
        await noteJudged(client, id, { window, versions });
    return transitions.length;
  });
}

/** The episode that was seen; of a withdrawn alert that has none any more, as it was seen last. */
const seenOf = (transition: Transition<Episode>): Episode | KnownAlert =>
  transition.state === 'withdrawn' ? (transition.episode ?? transition.alert) : transition.episode;

function changeOf(
  { question, digest }: Found,
  { state, reason, episode }: Transition<Episode>,
  { id, venue, sequence, to }: StoredAlert,
  recordedAt: Instant,
): StoredChange {
  const view = { question, scale: 'auto', focus: venue, lines: [], minute: undefined, digest } as const;
  return {
    alert: id,
    sequence,
    state,
    reason,
    recorded: formatInstant(recordedAt),
    to,
    address: viewPath(view),
    digest,
    figures: episode === undefined ? undefined : figuresTextOf(episode),
  };
}

/** Names made of what an alert is, so that whoever finds it makes the same: the first, and others where that is taken. */
const alertIds =
  (parts: readonly string[]) =>
  (nth: number): string =>
    uuidOf(sha256([...parts, ...(nth === 0 ? [] : [String(nth)])].join(' ')));
