/** What the exchange simulator tells whoever starts it or asks it for something it does not have. */
export const simulatorWords = {
  badPort: (text: string): string => `"${text}" is not a port; write a number from 0 (any free one) to 65535`,
  badScenario: (text: string, known: readonly string[]): string =>
    `"${text}" is not a scenario; write ${known.join(' or ')}`,
  noVenue: (path: string, known: readonly string[]): string =>
    `no simulated venue at ${path}; ask for /VENUE/HOST/PATH with one of ${known.join(', ')}, or for /archive/HOST/PATH`,
  noArchive: (host: string, known: readonly string[]): string =>
    `no simulated archive at ${host}; ask for /archive/HOST/PATH with one of ${known.join(', ')}`,
  noFile: 'no such file',
  /** `said`: what it printed, of which the last line names the cause. */
  notStarted: (said: string): string =>
    `the exchange simulator ended before it answered: ${said.trim().split('\n').at(-1) ?? ''}`,
};
