/** What goes wrong with a venue's archive of files. */
export const archiveWords = {
  none: 'no archive of this market is supported',
  noFile: (label: string, address: string): string => `the archive has no file for ${label} (${address})`,
  notTaken: (label: string, fault: string): string => `the archive's file for ${label} was not used: ${fault}`,
  otherChecksum: (found: string, promised: string): string =>
    `its SHA-256 is ${found}, but its checksum file names ${promised}`,
  damaged: (cause: string): string => `it cannot be unpacked (${cause})`,
  noRow: 'it has no rows',
  badLine: (line: number, what: string): string => `line ${String(line)}: ${what}`,
  noTime: 'its time cannot be read',
  otherUnit: (found: string, usual: string): string => `its time is in ${found} where this archive writes ${usual}`,
  noId: 'its id is not a number',
  disordered: (found: string, before: string): string => `${found} comes after ${before}`,
  tradeOf: (minute: string): string => `a trade of ${minute}`,
  rowOf: (minute: string): string => `a row of ${minute}`,
  idOf: (id: string): string => `id ${id}`,
  skippedTrades: (id: string): string => `the archive's file lacks trades after id ${id}`,
  noTrades: (cause: string): string => `the archive of trades did not answer (${cause})`,
  /** A note: `Binance ATOM/USDT, range: cause; …`. */
  tradesInstead: (where: string, cause: string): string => `${where}: ${cause}; its trades API is used instead`,
};
