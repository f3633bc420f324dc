import type { Asset } from '../market';
import { minuteRange, type MinuteRange } from '../minute';
import { about, assets, at, high, low, market, range } from './build';
import { CRASH_2025_10_10 } from './crash20251010';
import type { EventId, MarketEvent } from './event';

const USDC_DAY = range('2023-03-11T00:00Z', '2023-03-12T00:00Z');
const usdc = (clock: string) => at(`2023-03-11T${clock}Z`);

const BITHUMB = market('bithumb:BTC/KRW');
const USD1 = market('binance:BTC/USD1');
const BINANCE_US = market('binanceus:BTC/USD');

/** Every event, oldest first. */
export const EVENTS: readonly MarketEvent[] = [
  {
    id: '2020-03-12',
    window: range('2020-03-12T00:00Z', '2020-03-14T00:00Z'),
    assets: assets('BTC'),
    isMarketWide: false,
    declared: undefined,
    figures: [],
    statements: [{ id: 'no-settled-minute', publisher: 'press' }],
    roads: [{ kind: 'window' }],
  },
  {
    id: '2021-10-21',
    window: range('2021-10-21T00:00Z', '2021-10-22T00:00Z'),
    assets: assets('BTC'),
    isMarketWide: false,
    declared: undefined,
    figures: [low('press', BINANCE_US, range('2021-10-21T00:00Z', '2021-10-22T00:00Z'), '8200')],
    statements: [{ id: 'within-a-minute', publisher: 'press' }],
    roads: [{ kind: 'window' }, { kind: 'file', market: BINANCE_US }],
  },
  {
    id: '2023-03-11',
    window: USDC_DAY,
    assets: assets('USDC', 'USDT', 'BTC'),
    isMarketWide: false,
    declared: undefined,
    figures: [
      low('public-candles', market('binanceus:BTC/USDT'), USDC_DAY, '19770'),
      low('public-candles', market('coinbase:BTC/USD'), USDC_DAY, '19900.5'),
      low('public-candles', market('kraken:BTC/USD'), USDC_DAY, '19888'),
      low('public-candles', market('cryptocom:BTC/USD'), USDC_DAY, '19985.4'),
      low('public-candles', market('kraken:USDC/USD'), USDC_DAY, '0.874', usdc('07:15')),
      low('public-candles', market('binanceus:USDC/USDT'), USDC_DAY, '0.822', usdc('04:30')),
      high('public-candles', market('kraken:USDT/USD'), USDC_DAY, '1.06', usdc('02:14')),
      high('public-candles', market('bybit:BTC/USDC'), USDC_DAY, '23800', usdc('07:09')),
    ],
    statements: [{ id: 'usdc-as-unit', publisher: 'public-candles' }],
    roads: [{ kind: 'window' }, { kind: 'file', market: market('binanceus:BTC/USDT') }],
  },
  CRASH_2025_10_10,
  {
    id: '2025-12-24',
    window: range('2025-12-24T00:00Z', '2025-12-25T00:00Z'),
    assets: assets('BTC'),
    isMarketWide: false,
    declared: undefined,
    figures: [low('press', USD1, range('2025-12-24T00:00Z', '2025-12-25T00:00Z'), '24111')],
    statements: [{ id: 'elsewhere-87000', publisher: 'press' }],
    roads: [{ kind: 'window' }, { kind: 'file', market: USD1 }],
  },
  {
    id: '2026-02-06',
    window: range('2026-02-06T10:00Z', '2026-02-06T11:00Z'),
    assets: assets('BTC'),
    isMarketWide: false,
    declared: undefined,
    figures: [about(low('press', BITHUMB, range('2026-02-06T10:00Z', '2026-02-06T11:00Z'), '81.11e6'))],
    statements: [
      { id: 'fell-17', publisher: 'press' },
      { id: 'halted', publisher: 'press' },
    ],
    roads: [{ kind: 'window' }],
  },
];

/** One of them. */
/** From the first minute of the earliest to the end of the latest. */
export const EVENTS_SPAN: MinuteRange = minuteRange(
  EVENTS.map(({ window }) => window.from).reduce((a, b) => (a < b ? a : b)),
  EVENTS.map(({ window }) => window.to).reduce((a, b) => (a > b ? a : b)),
);

export const eventOf = (id: EventId): MarketEvent => EVENTS.find((event) => event.id === id) as MarketEvent;

/** Assets whose episodes belong to an event; undefined: any. */
export const assetsOf = ({ isMarketWide, assets: own }: MarketEvent): readonly Asset[] | undefined =>
  isMarketWide ? undefined : own;
