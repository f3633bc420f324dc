import { depthOn } from '../../analysis/episodes/depth';
import type { Analysis, Episode, VenueSeries } from '../../analysis/types';
import type { Walk, WalkStep } from '../../api/method';
import { CALM_MINUTES, LEAVE_SHARE, MOST_MISSING_MINUTES } from '../../domain/method';
import { formatMinute, plus } from '../../domain/minute';
import { episodeAnswerOf } from '../deviations/deviationsAnswer';
import { orNull } from '../deviations/rows';
import { missingAt } from '../../domain/missing';

/** Minutes listed before an episode begins: what it was entered from. */
const LEAD = 2;
/** An episode of fewer minutes shows neither how one lasts nor how it is left slowly. */
const LONG_ENOUGH = 5;

/** The episodes to walk through: the one given, and where it is short the deepest longer one of the same window. */
export function walksOf(analysis: Analysis, own: Episode | undefined): readonly Walk[] {
  const longer =
    own !== undefined && own.spanMinutes >= LONG_ENOUGH
      ? undefined
      : analysis.episodes.find((episode) => episode !== own && episode.spanMinutes >= LONG_ENOUGH);
  return [own, longer].flatMap((episode) => (episode === undefined ? [] : [walkOf(analysis, episode)]));
}

/** One episode minute by minute, up to the minute in which it was left, closed or cut off by the window's end. */
export function walkOf({ question, series }: Pick<Analysis, 'question' | 'series'>, episode: Episode): Walk {
  const own = series.find(({ venue, kind }) => venue === episode.venue && kind === episode.kind);
  if (own === undefined) throw new Error(`episode ${episode.id} is of a market that is not in its analysis`);
  const { from } = question.range;
  const [start, end] = [episode.start - from, episode.end - from];
  const steps: WalkStep[] = [];
  let [calm, missing, area] = [0, 0, 0];
  for (let slot = Math.max(0, start - LEAD); slot < own.missing.length; slot += 1) {
    const depth = depthOn(episode.side, deviationOf(own, episode)[slot] as number);
    const state = stateOf(depth, slot - start, question.enter);
    if (slot >= start) {
      calm = state === 'calm' ? calm + 1 : state === 'unknown' ? calm : 0;
      missing = state === 'unknown' ? missing + 1 : 0;
    }
    const closed = depthOn(episode.side, own.dClose[slot] as number);
    const isInside = slot >= start && slot < end;
    if (isInside && state !== 'unknown' && closed > 0) area += closed * 100;
    steps.push({
      minute: formatMinute(plus(from, slot)),
      deviation: orNull(deviationOf(own, episode)[slot]),
      dClose: orNull(own.dClose[slot]),
      missing: missingAt(own.missing[slot]),
      state,
      calm,
      area: isInside ? area : null,
    });
    if (slot >= end && (calm === CALM_MINUTES || missing > MOST_MISSING_MINUTES)) break;
  }
  return { episode: episodeAnswerOf(episode), steps };
}

const deviationOf = ({ dLow, dHigh }: VenueSeries, { side }: Episode): Float64Array =>
  side === 'below' ? dLow : dHigh;

/** `since` counts from the episode's first minute. */
function stateOf(depth: number, since: number, enter: number): WalkStep['state'] {
  if (Number.isNaN(depth)) return 'unknown';
  if (since < 0) return 'before';
  if (since === 0) return 'enters';
  if (depth >= enter) return 'beyond';
  return depth >= enter * LEAVE_SHARE ? 'holds' : 'calm';
}
