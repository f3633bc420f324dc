/** What is wrong with a user's asset file, each with the mend. */
export const assetFileWords = {
  currency: 'a currency is written like USD',
  notJson: (reason: string): string => `it is not JSON (${reason}); docs/assets.md has an example`,
  /** `entry`: where in the file, with its own separator behind it; empty: the file as a whole. */
  malformed: (entry: string, reason: string | undefined): string =>
    `${entry}${reason ?? 'cannot be read'}; docs/assets.md has the format`,
  /** `isNamed`: by PLUMBLINE_ASSETS, and so wanted. */
  unreadable: (file: string, reason: string, isNamed: boolean): string =>
    `${file} cannot be read (${reason}); ${isNamed ? 'set PLUMBLINE_ASSETS to a readable file' : 'make it readable, or remove it'}`,
} as const;
