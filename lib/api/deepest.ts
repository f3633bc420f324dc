import type { Kind } from '../domain/market';
import { missingAt } from '../domain/missing';
import { isWithin } from '../domain/episode';
import type { ColumnsAnswer } from './columns/format';
import type { DeviationsAnswer, EpisodeAnswer } from './deviations';
import type { MissingReason } from './hole';

/** An answer as far as the deepest of it is spoken of. Of a series the order and number of its minutes play no part. */
export interface DeepestFacts extends Omit<DeviationsAnswer, 'series'> {
  readonly series: readonly {
    readonly venue: string;
    readonly kind: Kind;
    readonly missing: readonly (MissingReason | null)[];
  }[];
}

/** The same of an answer whose rows came as columns: of each series its reasons once, in the order of their first minutes. */
export const deepestFactsOf = (answer: ColumnsAnswer): DeepestFacts => ({
  ...answer,
  series: answer.series.map(({ venue, kind, missing }) => ({
    venue,
    kind,
    missing: [...new Set(missing)].map(missingAt),
  })),
});

/**
 * The episode whose worst minute deviated furthest; ties go to the larger area (method, section 5). None of those within the
 * rates' uncertainty is ever the deepest.
 */
export const deepestOf = (episodes: readonly EpisodeAnswer[]): EpisodeAnswer | undefined =>
  furthestOf(episodes.filter((episode) => !isWithin(episode)));

/** The furthest of those within it. */
export const deepestWithin = (episodes: readonly EpisodeAnswer[]): EpisodeAnswer | undefined =>
  furthestOf(episodes.filter(isWithin));

const furthestOf = (episodes: readonly EpisodeAnswer[]): EpisodeAnswer | undefined =>
  [...episodes].sort((a, b) => Math.abs(b.peak) - Math.abs(a.peak) || b.areaPctMinutes - a.areaPctMinutes)[0];

/** Whether any minute of any venue could be measured at all. Only then is "no episode" a finding. */
export const anyMeasured = (answer: Pick<DeepestFacts, 'series'>): boolean =>
  answer.series.some((series) => series.missing.includes(null));
