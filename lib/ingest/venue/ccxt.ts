import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Timeframe } from '../../domain/timeframe';
import type { FetchDoor } from './fetchDoor';
import type { CcxtMarket } from './row';

/** As much of a trade as we read, as ccxt takes it from a row: prices and amounts are text. */
interface CcxtTradeRead {
  readonly id?: string | undefined;
  readonly timestamp?: number | undefined;
  readonly price?: unknown;
  readonly amount?: unknown;
}

/** As much of a ccxt trade as we read. */
export interface CcxtTrade {
  readonly id?: string | undefined;
  readonly timestamp?: number | undefined;
  readonly price?: number;
  readonly amount?: number;
}

/** As much of a ccxt class as we use. */
export interface CcxtExchange {
  urls: { api: unknown };
  /** The venue's names of the timeframes it has. */
  readonly timeframes: Readonly<Record<string, unknown>> | undefined;
  milliseconds: () => number;
  seconds: () => number;
  fetchImplementation: FetchDoor['fetchImplementation'];
  parseJson: (text: string) => unknown;
  /** What of a reply's text is read. */
  onRestResponse: (
    status: number,
    statusText: string,
    url: string,
    method: string,
    headers: object,
    text: string,
  ) => string;
  parseNumber: (value: unknown, otherwise?: number) => number | undefined;
  safeNumber: (row: unknown, key: number | string, otherwise?: number) => number | undefined;
  hasUnsafeInteger(value: unknown): boolean;
  safeTrade: (trade: CcxtTradeRead) => CcxtTrade;
  iso8601: (ms: number | undefined) => string | undefined;
  parseOHLCVs: (rows: unknown) => unknown;
  parseTrades: (rows: unknown) => unknown;
  fetchMarkets(): Promise<readonly CcxtMarket[]>;
  setMarkets(markets: readonly CcxtMarket[]): unknown;
  market(symbol: string): CcxtMarket;
  fetchTime(): Promise<number | undefined>;
  fetchOHLCV(
    symbol: string,
    timeframe: '1m' | Timeframe,
    since: number,
    limit: number,
    params: object,
  ): Promise<unknown>;
  fetchTrades(symbol: string, since: number | undefined, limit: number, params: object): Promise<unknown>;
  parseOHLCV(row: unknown, market: CcxtMarket): readonly (number | undefined)[];
  parseTrade(row: unknown, market: CcxtMarket): CcxtTrade;
}

/** Where ccxt's package lies. Its entry would load every venue's class: 200 MB and most of a second, of which one is used. */
const CCXT = createRequire(import.meta.url)
  .resolve('ccxt')
  .replace(/([\\/]node_modules[\\/]ccxt)[\\/].*$/, '$1');

/** What reads the replies, by the package's own word: ccxt's `version` is one behind it. */
export const READER = `ccxt ${(createRequire(import.meta.url)(join(CCXT, 'package.json')) as { readonly version: string }).version}`;

type CcxtClass = new (config: object) => CcxtExchange;

/** One venue's class, from its own file. */
export async function classOf(name: string): Promise<CcxtClass> {
  const file = (await import(pathToFileURL(join(CCXT, 'js', 'src', `${name}.js`)).href)) as {
    readonly default?: CcxtClass;
  };
  if (file.default === undefined) throw new Error(`ccxt has no class ${name}`);
  return file.default;
}
