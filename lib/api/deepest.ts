import type { DeviationsAnswer, EpisodeAnswer } from './deviations';

/** The episode whose worst minute deviated furthest; ties go to the larger area (method, section 5). */
export const deepestOf = (episodes: readonly EpisodeAnswer[]): EpisodeAnswer | undefined =>
  [...episodes].sort((a, b) => Math.abs(b.peak) - Math.abs(a.peak) || b.areaPctMinutes - a.areaPctMinutes)[0];

/** Whether any minute of any venue could be measured at all. Only then is "no episode" a finding. */
export const anyMeasured = (answer: Pick<DeviationsAnswer, 'series'>): boolean =>
  answer.series.some((series) => series.missing.includes(null));
