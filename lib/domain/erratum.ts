/** What an erratum or a venue's answer can be. */
export const ERRATUM_KINDS = ['erratum', 'venue-answer'] as const;
export type ErratumKind = (typeof ERRATUM_KINDS)[number];

/** What it concerns. Minutes as `2025-10-10T21:20Z`, half-open; null limits nothing. */
export interface ErratumScope {
  readonly asset: string | null;
  readonly from: string | null;
  readonly to: string | null;
  readonly venue: string | null;
}

/** A statement: figures of assets over minutes, of venues. undefined: all of them. */
export interface Statement {
  readonly assets: readonly string[] | undefined;
  readonly from: string;
  readonly to: string;
  readonly venues: readonly string[] | undefined;
}

/** Whether an erratum concerns a statement: they have an asset, a minute and a venue in common. */
export const concerns = (scope: ErratumScope, { assets, from, to, venues }: Statement): boolean =>
  (scope.asset === null || assets === undefined || assets.includes(scope.asset)) &&
  // ISO minutes are in order of their letters.
  (scope.from === null || scope.from < to) &&
  (scope.to === null || from < scope.to) &&
  (scope.venue === null || venues === undefined || venues.includes(scope.venue));
