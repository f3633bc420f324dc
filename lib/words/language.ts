import type * as en from './en';

/** A text, whatever it says; of a list or an object, the same shape with other texts. What is not text stays as it is. */
type Translated<T> = T extends string
  ? string
  : T extends (...given: infer Given) => infer Text
    ? (...given: Given) => Translated<Text>
    : T extends { readonly mark: unknown } | { readonly href: string }
      ? T
      : T extends object
        ? { readonly [Name in keyof T]: Translated<T[Name]> }
        : T;

/**
 * What a language must say: every room of English, every name in it, every function with the same arguments. A language is a
 * folder beside `en` with an index of its own, of this type: a missing word does not compile.
 */
export type Words = { readonly [Room in keyof typeof en]: Translated<(typeof en)[Room]> };

/** The rooms that pages and pictures say. Commands, their files and the texts of the method are in English alone. */
export const SPOKEN_ROOMS = [
  'assetControls',
  'assetPage',
  'auditPage',
  'candleFields',
  'cells',
  'changes',
  'certainty',
  'chart',
  'columns',
  'collateralPage',
  'compare',
  'connection',
  'contagion',
  'counts',
  'coverage',
  'coveragePage',
  'deepest',
  'embed',
  'episode',
  'episodesTable',
  'errata',
  'eventFigures',
  'eventRoads',
  'events',
  'exchangeQuestion',
  'frame',
  'front',
  'heatmap',
  'ignored',
  'interactiveChart',
  'keys',
  'kinds',
  'leaguePage',
  'leftOut',
  'lows',
  'market',
  'minute',
  'minutePage',
  'missing',
  'noAsset',
  'noData',
  'notes',
  'numbers',
  'orderLogPage',
  'overview',
  'packPage',
  'palette',
  'permalinks',
  'picture',
  'pinned',
  'previews',
  'problems',
  'progress',
  'rates',
  'reference',
  'refusals',
  'revisionNotes',
  'revisionsPage',
  'scanNotes',
  'scanPage',
  'scorecards',
  'sides',
  'site',
  'sources',
  'spelled',
  'timeframes',
  'unusual',
  'venuePage',
  'venues',
  'verifyPage',
  'windowFields',
  'workedExample',
  'yardsticks',
  'zones',
] as const satisfies readonly (keyof Words)[];
export type SpokenRoom = (typeof SPOKEN_ROOMS)[number];

/** The rooms that only files made on the server say: no browser fetches them. */
export const FILED_ROOMS = ['claimPack', 'pack'] as const satisfies readonly (keyof Words)[];
export type FiledRoom = (typeof FILED_ROOMS)[number];

/** What a language other than English must say. */
export type Translation = Pick<Words, SpokenRoom>;
/** The same, for whoever makes files. */
export type FiledTranslation = Pick<Words, FiledRoom>;
