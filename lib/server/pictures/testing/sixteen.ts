import type { AnalysisInput } from '../../../analysis/types';
import type { Asset } from '../../../domain/market';
import { defaultQuestion } from '../../../domain/question';
import { AROUND, book, btc, HOUR, quiet, type Said } from './views';

const USD = ['bitfinex', 'bitstamp', 'coinbase', 'cryptocom', 'gemini', 'kraken'];
const USDT = ['binance', 'bitget', 'bybit', 'gate', 'htx', 'kucoin', 'mexc', 'okx'];
const KRW = ['bithumb', 'upbit'];
const WON = 1_420;

/**
 * ATOM on sixteen venues in three quotes, falling by a tenth over the hour; Binance to 0.001 at 21:20, when Gemini traded nothing and MEXC was not
 * asked. The USDT books lie 3 % below the USD books from then on.
 */
export function sixteenVenues(): AnalysisInput {
  const price = (at: number): number => quiet(3.6 - 0.006 * at, at);
  const tether = (at: number): number => price(at) * (at < 20 || at > 40 ? 1 : 0.97);
  const crashed = (at: number): Said =>
    at === 20 ? { low: 0.001, high: 3.482, close: 1.997 } : at > 20 && at < 26 ? price(at) * 0.8 : tether(at);
  const of = (venue: string, at: number): Said => {
    if (venue === 'binance') return crashed(at);
    if (venue === 'mexc' && at > 17 && at < 30) return 'unasked';
    if (venue === 'gemini' && at % 5 === 0) return 'no trade';
    const own = USDT.includes(venue) ? tether(at) : price(at);
    const here = own * (1 + (venue.length - 6) / 2_000);
    return { low: here * 0.996, high: here * 1.002, close: here };
  };
  /** As venues write prices. */
  const ticks = (value: number): number => Number(value.toPrecision(4));
  const scaled = (said: Said, by: number): Said =>
    typeof said === 'number'
      ? ticks(said * by)
      : typeof said === 'string'
        ? said
        : { low: ticks(said.low * by), high: ticks(said.high * by), close: ticks(said.close * by) };
  return {
    question: defaultQuestion('ATOM' as Asset, HOUR),
    markets: [
      ...USD.map((venue) => book([venue, 'ATOM/USD'], AROUND, (at) => scaled(of(venue, at), 1))),
      ...USDT.map((venue) => book([venue, 'ATOM/USDT'], AROUND, (at) => scaled(of(venue, at), 1))),
      ...KRW.map((venue) => book([venue, 'ATOM/KRW'], AROUND, (at) => scaled(of(venue, at), WON))),
    ],
    rateMarkets: [
      ...btc(AROUND),
      ...KRW.map((venue) => book([venue, 'BTC/KRW'], AROUND, (at) => quiet(113_000 * WON, at))),
    ],
  };
}
