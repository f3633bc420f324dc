import type { Asset, Venue } from '../../market';
import { parseMinute, type Minute } from '../../minute';
import { promised } from '../../unit';
import type { Alias, Collision } from '../types';

/** A minute of this table; throws on a slip of the pen. */
const at = (text: string): Minute => promised(parseMinute(text));

interface Time {
  readonly from?: string;
  readonly to?: string;
}

const validity = ({ from, to }: Time) => ({
  from: from === undefined ? undefined : at(from),
  to: to === undefined ? undefined : at(to),
});

/** `venue` undefined: on every venue whose own rows do not speak of the ticker. */
function means(venue: string | undefined, ticker: string, asset: string, time: Time = {}): Alias {
  return { venue: venue as Venue | undefined, ticker, asset: asset as Asset, ...validity(time) };
}

/** The old ticker means the asset until then, the asset's own code from then on. */
const renamed = (venue: string | undefined, old: string, asset: string, when: string): readonly Alias[] => [
  means(venue, old, asset, { to: when }),
  means(venue, asset, asset, { from: when }),
];

const collides = (
  venue: string | undefined,
  ticker: string,
  candidates: readonly [string, string],
  time: Time = {},
): Collision => ({
  venue: venue as Venue | undefined,
  ticker,
  candidates: candidates as unknown as readonly [Asset, Asset],
  ...validity(time),
});

/**
 * Renames one for one. Where a venue's own day is documented it stands; elsewhere the project's day, so that a venue which
 * renamed later shows a gap that can be seen and mended rather than two books in one. Between a venue's last trade under
 * the old ticker and its first under the new one nothing traded; the new ticker's opening is taken.
 */
const RENAMES: readonly Alias[] = [
  // Polygon moved its chain to POL on 2024-09-04. Coinbase kept a MATIC book beside its POL book until 2025-10-14.
  ...renamed(undefined, 'MATIC', 'POL', '2024-09-04T00:00Z'),
  // Binance notice: MATIC pairs removed 2024-09-10 03:00 UTC, POL pairs open 2024-09-13 10:00 UTC.
  ...renamed('binance', 'MATIC', 'POL', '2024-09-13T10:00Z'),
  // KuCoin notice: its POL was Proof of Liquidity, renamed KPOL; POL/USDT closed 2023-10-25 07:00 UTC.
  means('kucoin', 'POL', 'KPOL', { to: '2023-10-25T07:00Z' }),
  means('kucoin', 'KPOL', 'KPOL', { from: '2023-10-25T07:00Z' }),
  means('kucoin', 'POL', 'POL', { from: '2024-09-04T00:00Z' }),
  // Binance, July 2024: RNDR pairs removed 2024-07-22 03:00 UTC, RENDER pairs open 2024-07-26 08:00 UTC (hours not checked against the notice).
  ...renamed(undefined, 'RNDR', 'RENDER', '2024-07-26T08:00Z'),
  // Binance notice: FTM pairs removed 2025-01-13 03:00 UTC, S pairs open 2025-01-16 08:00 UTC; OKX removed FTM in the same minute.
  ...renamed(undefined, 'FTM', 'S', '2025-01-13T03:00Z'),
  ...renamed('binance', 'FTM', 'S', '2025-01-16T08:00Z'),
  // Binance, May 2025: EOS pairs removed 2025-05-26 03:00 UTC, A pairs open 2025-05-28 08:00 UTC (hours not checked against the notice).
  ...renamed(undefined, 'EOS', 'A', '2025-05-28T08:00Z'),
  // OKX notice: EOS pairs removed 2025-05-26 16:00 UTC, A/USDT opens 2025-05-29 10:00 UTC.
  ...renamed('okx', 'EOS', 'A', '2025-05-29T10:00Z'),
  // Binance notice of 2025-05-07: STPT pairs removed 2025-05-19 03:00 UTC, AWE pairs open 2025-05-21 08:00 UTC.
  ...renamed(undefined, 'STPT', 'AWE', '2025-05-21T08:00Z'),
  // OKX notice: TONCOIN trading ends 2022-04-20 09:00 UTC, exchanged one for one for TON.
  ...renamed('okx', 'TONCOIN', 'TON', '2022-04-20T09:00Z'),
];

/**
 * Terra, 2022. The old coin LUNA became LUNC and UST became USTC; the new chain's coin took the ticker LUNA. Binance closed
 * the old pairs 2022-05-26 15:00 UTC and opened the new LUNA on 2022-05-31 at 06:00 UTC. Kraken and Bitfinex kept LUNA for
 * the old coin and call the new one LUNA2; ccxt reads both the usual way, at all times.
 */
const TERRA_SPLIT = '2022-05-26T15:00Z';
const TERRA: readonly Alias[] = [
  ...[undefined, 'binance'].flatMap((venue) => [
    means(venue, 'LUNA', 'LUNC', { to: TERRA_SPLIT }),
    means(venue, 'LUNC', 'LUNC', { from: TERRA_SPLIT }),
  ]),
  means('binance', 'LUNA', 'LUNA', { from: '2022-05-31T06:00Z' }),
  ...renamed(undefined, 'UST', 'USTC', TERRA_SPLIT),
  ...['kraken', 'bitfinex'].flatMap((venue) => ['LUNA', 'LUNC', 'USTC'].map((code) => means(venue, code, code))),
  means('bitstamp', 'USTC', 'USTC'),
];

/** Tickers that ccxt itself sets apart, under names that are no asset's code; ours are on the right. */
const CCXT_NAMES: readonly Alias[] = [
  means('upbit', 'Tokamak Network', 'TOKAMAK'),
  means('bitget', 'omni', 'OMNIBITGET'),
  means('bitget', 'AstroPepeX', 'ASTROPEPEX'),
  means('bitget', 'DegenReborn', 'DEGENREBORN'),
  means('bitget', 'Evadore', 'EVADORE'),
  means('bitget', 'Jade Protocol', 'JADEPROTOCOL'),
  means('kucoin', "FTX Users' Debt", 'FTXDEBT'),
  means('htx', 'FTX Users Debt', 'FTXDEBT'),
  means('bitfinex', 'ORS Group', 'ORSGROUP'),
  means('bithumb', 'Soda Coin', 'SODACOIN'),
];

/** Where one ticker is two assets. */
const SETTLED: readonly Alias[] = [
  // BitTorrent exchanged BTT 1:1,000 from 2022-01-12; Binance calls the new one BTTC and never reused BTT.
  means(undefined, 'BTT', 'BTT', { to: '2022-01-12T00:00Z' }),
  means('binance', 'BTT', 'BTT'),
  // Frax Share took the ticker FRAX of the project's old dollar. Binance notice: FXS pairs removed 2026-01-13 03:00 UTC, FRAX
  // pairs open 2026-01-15 08:00 UTC. Elsewhere either may be meant.
  means(undefined, 'FXS', 'FXS', { to: '2026-01-13T03:00Z' }),
  means(undefined, 'FRAX', 'FRAX', { to: '2026-01-13T03:00Z' }),
  means('binance', 'FRAX', 'FXS', { from: '2026-01-15T08:00Z' }),
  // MEXC listed MAGA under its own ticker TRUMP in February 2024; OFFICIAL TRUMP was issued on 2025-01-18.
  means('mexc', 'TRUMP', 'MAGATRUMP', { to: '2025-01-18T00:00Z' }),
  means(undefined, 'TRUMP', 'TRUMP', { from: '2025-01-18T00:00Z' }),
];

/** Before its issue nobody traded the asset: an earlier book under its short ticker is some other token's. UTC days of issue. */
const ISSUED: readonly Alias[] = [
  means(undefined, 'JUP', 'JUP', { from: '2024-01-31T00:00Z' }),
  means(undefined, 'HYPE', 'HYPE', { from: '2024-11-29T00:00Z' }),
  means(undefined, 'IP', 'IP', { from: '2025-02-13T00:00Z' }),
  means(undefined, 'PUMP', 'PUMP', { from: '2025-07-12T00:00Z' }),
];

export const ALIASES: readonly Alias[] = [...RENAMES, ...TERRA, ...CCXT_NAMES, ...SETTLED, ...ISSUED];

export const COLLISIONS: readonly Collision[] = [
  // Venues differ in whether LUNA went over to the new coin, and when.
  collides(undefined, 'LUNA', ['LUNA', 'LUNC'], { from: TERRA_SPLIT }),
  collides(undefined, 'FRAX', ['FRAX', 'FXS'], { from: '2026-01-13T03:00Z' }),
  // Some venues kept BTT for the new coin, some call it BTTC.
  collides(undefined, 'BTT', ['BTT', 'BTTC'], { from: '2022-01-12T00:00Z' }),
  // Upbit's TON is Tokamak Network, as ccxt says by another name; Bithumb's is documented nowhere we know of.
  collides('bithumb', 'TON', ['TON', 'TOKAMAK']),
  // MEXC listed both at once.
  collides('mexc', 'TRUMP', ['TRUMP', 'MAGATRUMP'], { from: '2025-01-18T00:00Z' }),
];
