import type { Kind } from '../domain/market';
import {
  bybitContractFile,
  bybitSpotFile,
  coinM,
  gateFile,
  htxFile,
  KRAKEN_PAGE,
  krakenEntry,
  krakenZip,
  okxFile,
  visionFile,
} from './archives';
import { dashed, joined, type TickerMarket } from './asking';

/** A file of a venue's own archive that holds a minute. */
export interface ArchiveFile {
  readonly holds: 'candles' | 'trades';
  /** Its address; of a file without one, that of the page that links to it. */
  readonly address: string;
  readonly name: string;
  /** Of a file of many markets: the one inside it. */
  readonly entry?: string;
}

/** The calendar of OKX's and HTX's files is ahead of UTC. */
const CHINA_AHEAD_MS = 8 * 3_600_000;

const dayOf = (ms: number): string => new Date(ms).toISOString().slice(0, 10);
const monthOf = (ms: number): string => dayOf(ms).slice(0, 7);
const chinaDayOf = (ms: number): string => dayOf(ms + CHINA_AHEAD_MS);
const quarterOf = (ms: number): string => {
  const at = new Date(ms);
  return `${String(at.getUTCFullYear())}-Q${String(Math.floor(at.getUTCMonth() / 3) + 1)}`;
};

const fileAt = (holds: ArchiveFile['holds'], address: string): ArchiveFile => ({
  holds,
  address,
  name: address.slice(address.lastIndexOf('/') + 1),
});

type FilesOf = (market: TickerMarket, ms: number) => readonly ArchiveFile[];

const FOLDERS: Readonly<Record<Kind, string>> = {
  spot: 'klines',
  perp: 'klines',
  mark: 'markPriceKlines',
  index: 'indexPriceKlines',
};

const vision =
  (path: string, symbolOf: (market: TickerMarket) => string): FilesOf =>
  (market, ms) => {
    const symbol = symbolOf(market);
    return [
      fileAt('candles', visionFile(path, 'daily', `${FOLDERS[market.kind]}/${symbol}/1m/${symbol}-1m-${dayOf(ms)}`)),
    ];
  };

const FILES: Readonly<Record<string, FilesOf>> = {
  binance: vision('spot', joined),
  binanceusdm: vision('futures/um', joined),
  binancecoinm: vision('futures/cm', (market) => (market.kind === 'index' ? joined(market) : coinM(market))),
  gate: (market, ms) => (market.kind === 'spot' ? [fileAt('candles', gateFile(market, monthOf(ms)))] : []),
  htx: (market, ms) => [fileAt('candles', htxFile(market, chinaDayOf(ms)))],
  kraken: (market, ms) => [
    { holds: 'candles', address: KRAKEN_PAGE, name: krakenZip(quarterOf(ms)), entry: krakenEntry(market) },
  ],
  okx: (market, ms) =>
    market.kind === 'spot' || market.kind === 'perp'
      ? [
          fileAt(
            'trades',
            okxFile(`${dashed(market)}${market.kind === 'perp' ? '-SWAP' : ''}`, 'daily', chinaDayOf(ms)),
          ),
        ]
      : [],
  bybit: (market, ms) =>
    market.kind === 'spot'
      ? [fileAt('trades', bybitSpotFile(market, 'day', dayOf(ms)))]
      : market.kind === 'perp'
        ? [fileAt('trades', bybitContractFile(market, dayOf(ms)))]
        : [],
};

/** The files of a venue's own archive that hold the minute which opens at `ms`: none where no archive of it is known. */
export const archiveFilesOf = (venue: string, market: TickerMarket, ms: number): readonly ArchiveFile[] =>
  FILES[venue]?.(market, ms) ?? [];
