import { codeOf, inRehearsal } from '../typed';

/** What goes wrong with a venue's archive of files. */
export const archiveWords = {
  none: 'no archive of candles of this market is supported',
  noFile: (label: string, address: string): string => `the archive has no file for ${label} (${address})`,
  notTaken: (label: string, fault: string): string => `the archive's file for ${label} was not used: ${fault}`,
  otherChecksum: (found: string, promised: string): string =>
    `its SHA-256 is ${found}, but its checksum file names ${promised}`,
  damaged: (cause: string): string => `it cannot be unpacked (${cause})`,
  noRow: 'it has no rows',
  badLine: (line: number, what: string): string => `line ${String(line)}: ${what}`,
  longLine: (line: number): string => `line ${String(line)} is longer than any row`,
  noTime: 'its time cannot be read',
  otherUnit: (found: string, usual: string): string => `its time is in ${found} where this archive writes ${usual}`,
  noId: 'its id is not a number',
  noEntry: (name: string): string => `it contains no file ${name}`,
  otherColumns: (found: string, lacking: readonly string[]): string =>
    `its columns are ${found}; none of them is known as ${lacking.join(' or ')}`,
  otherMarket: (found: string, wanted: string): string => `it is of ${found}, not of ${wanted}`,
  disordered: (found: string, before: string): string => `${found} comes after ${before}`,
  tradeOf: (minute: string): string => `a trade of ${minute}`,
  rowOf: (minute: string): string => `a row of ${minute}`,
  idOf: (id: string): string => `id ${id}`,
  skippedTrades: (id: string): string => `the archive's file lacks trades after id ${id}`,
  cutMinute: "the trades of the archive's file begin or end here, where it may be cut: the minute may lack trades",
  notInFile: (label: string, minutes: number): string =>
    `the archive's file for ${label} says nothing of ${minutes === 1 ? 'this minute' : `these minutes (${String(minutes)} in all)`}`,
  byHand: (name: string): string => `the venue publishes ${name} with a file host that gives it no fixed address`,
  /** A mend: where a file fetched by hand is looked for. */
  putThere: (path: string): string =>
    `download it and put it at ${path} below the folder that PLUMBLINE_ARCHIVE names${inRehearsal() ? '' : `, or import it with ${codeOf('import')}`}`,
  noTrades: (cause: string): string => `the archive of trades did not answer (${cause})`,
  /** A note: `Binance ATOM/USDT, range: cause; …`. */
  tradesInstead: (where: string, cause: string): string => `${where}: ${cause}; its trades API is used instead`,
};
