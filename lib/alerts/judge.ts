import type { AlertRule, AlertState, Withdrawal } from '../domain/alert';
import { isEndSeen, type EpisodeFigures, type Side } from '../domain/episode';
import type { Venue } from '../domain/market';
import { plus, type Minute } from '../domain/minute';

/** An episode of the method whose entry level and fewest peers are the rule's. */
export type JudgedEpisode = Pick<
  EpisodeFigures,
  'venue' | 'kind' | 'side' | 'start' | 'end' | 'minutesBeyond' | 'certainty' | 'censored'
>;

/** An alert of the rule and asset as it stands. */
export interface KnownAlert {
  readonly id: string;
  readonly venue: Venue;
  readonly side: Side;
  /** Of the episode as it was last seen. */
  readonly start: Minute;
  readonly end: Minute;
  readonly state: AlertState;
}

export interface Judged<Episode extends JudgedEpisode> {
  readonly rule: AlertRule;
  /** Every episode of the window. */
  readonly episodes: readonly Episode[];
  /** Every alert that overlaps the window. */
  readonly alerts: readonly KnownAlert[];
  /** The window: what lies before it was not looked at, and `to` is the end of the newest minute. */
  readonly window: { readonly from: Minute; readonly to: Minute };
  /** Episodes that begin before are no news. */
  readonly since: number;
}

/** A change of state: of an alert there is, or (undefined) of a new one. */
export type Transition<Episode extends JudgedEpisode> =
  | {
      readonly alert: KnownAlert | undefined;
      readonly state: 'pending' | 'confirmed';
      readonly reason: undefined;
      readonly episode: Episode;
    }
  | {
      readonly alert: KnownAlert;
      readonly state: 'withdrawn';
      readonly reason: Withdrawal;
      /** undefined: there is no such episode any more. */
      readonly episode: Episode | undefined;
    };

/**
 * What becomes of a rule's alerts for one asset, given the episodes there are now. An alert goes on with the first episode of its venue and side
 * that overlaps it, though candles that came later moved its first minute; so an episode has one alert, of several the earliest that stands. A withdrawn alert is confirmed where its
 * episode meets the rule after all, and never becomes pending again. The same input gives the same transitions, and after they were taken none.
 */
export function judge<Episode extends JudgedEpisode>(judged: Judged<Episode>): readonly Transition<Episode>[] {
  const { rule, window, since } = judged;
  const left = new Set([...judged.alerts].sort((a, b) => isGone(a) - isGone(b) || a.start - b.start));
  const transitions: Transition<Episode>[] = [];
  for (const episode of [...judged.episodes].sort((a, b) => a.start - b.start)) {
    if (!isWatched(rule, episode)) continue;
    const alert = [...left].find(
      (one) =>
        one.venue === episode.venue && one.side === episode.side && one.start < episode.end && one.end > episode.start,
    );
    if (alert === undefined && episode.start < since) continue;
    if (alert !== undefined) left.delete(alert);
    transitions.push(...changeOf(rule, alert, episode, window.to));
  }
  for (const alert of left)
    if (alert.state !== 'withdrawn' && alert.start >= window.from)
      transitions.push({ alert, state: 'withdrawn', reason: 'revised', episode: undefined });
  return transitions;
}

const isGone = ({ state }: KnownAlert): number => (state === 'withdrawn' ? 1 : 0);

/** Spot books alone, as in every list of the deepest. */
const isWatched = (rule: AlertRule, { venue, kind, side }: JudgedEpisode): boolean =>
  kind === 'spot' && (rule.venues?.includes(venue) ?? true) && (rule.side === undefined || rule.side === side);

/** Minutes that one bad candle is not enough for: after the first there is at least one more that was looked at. */
const LEAST_SEEN = 2;

function changeOf<Episode extends JudgedEpisode>(
  rule: AlertRule,
  alert: KnownAlert | undefined,
  episode: Episode,
  to: Minute,
): readonly Transition<Episode>[] {
  const isTaken = rule.certainty.includes(episode.certainty);
  const isMet = isTaken && episode.minutesBeyond >= rule.minutes && to >= plus(episode.start, LEAST_SEEN);
  const isOpen = !isEndSeen(episode.censored) && episode.censored !== 'gap' && episode.censored !== 'start-gap';
  if (isMet) return alert?.state === 'confirmed' ? [] : [{ alert, state: 'confirmed', reason: undefined, episode }];
  if (alert === undefined) return isTaken && isOpen ? [{ alert, state: 'pending', reason: undefined, episode }] : [];
  if (alert.state === 'withdrawn') return [];
  if (!isTaken) return [{ alert, state: 'withdrawn', reason: 'uncertain', episode }];
  if (alert.state === 'confirmed') return [{ alert, state: 'withdrawn', reason: 'revised', episode }];
  return isOpen ? [] : [{ alert, state: 'withdrawn', reason: 'ended', episode }];
}
