/** What is wrong with a home's alerts.json, in one line. An address in it may hold a secret: none is named. */
export const alertFileWords = {
  unreadable: (file: string, code: string): string => `${file} cannot be read (${code}); no alerts until it can`,
  notJson: (file: string): string => `${file} is not JSON; no alerts until it is`,
  malformed: (file: string, at: readonly string[], message: string | undefined): string =>
    `${file}: ${at.length === 0 ? '' : `${at.join(' ')}: `}${message ?? 'cannot be used'}; no alerts until it is mended`,
  shallow:
    'the depth is less than the level at which episodes begin (0.02; 0.01 of stablecoins, wrapped and pegged assets, if only they are named)',
} as const;
