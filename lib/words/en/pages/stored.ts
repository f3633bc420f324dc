/** The page of what is stored, day by day. Without an asset: of every asset. */
export const coverageWords = {
  title: (asset: string | undefined): string => (asset === undefined ? 'Coverage by day' : `${asset} coverage by day`),
  lead: (asset: string | undefined): string =>
    asset === undefined
      ? 'A row is one asset, all its markets together; per market and day the source with more answered minutes counts. Choose an asset to see its markets one by one. Click a day to open its chart.'
      : 'A row is one market from one source. Sources are never mixed, and no missing minute is ever filled in. Click a day to open its chart.',
  calendar: (asset: string | undefined): string =>
    asset === undefined ? 'Assets by UTC day' : `${asset}: markets and sources by UTC day`,
} as const;

/** The page of what sources changed, and where they differ. */
export const revisionsWords = {
  title: (asset: string | undefined): string =>
    asset === undefined ? 'Revisions and source differences' : `${asset}: revisions and source differences`,
  lead: 'Nothing is overwritten here. When a source changes a candle, both versions are kept. When two sources differ on a minute, both are kept. Rows that cannot be candles are listed, too.',
} as const;
