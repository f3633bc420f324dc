import type { MinuteVenue, RateLeg } from '../../../api/minute';
import type { EpisodeAnswer } from '../../../api/deviations';
import { assetEntry, type AssetEntry } from '../../../domain/asset';
import type { Asset, Market, Venue } from '../../../domain/market';
import { parseRange, type MinuteRange } from '../../../domain/minute';
import { parseReference, type Reference } from '../../../domain/reference';
import { promised } from '../../../domain/unit';
import { answer, episode, market, series } from '../../en/testing/deviations';

export { answer, episode, market, series };

export const asset = (symbol: string): Asset => symbol as Asset;
export const entry = (symbol: string): AssetEntry => assetEntry(asset(symbol));
export const venueId = (id: string): Venue => id as Venue;
export const reference = (written: string): Reference => promised(parseReference(written));
export const spot = (venue: string, base: string, quote: string): Market =>
  ({ venue, base, quote, kind: 'spot' }) as Market;
export const days = (from: string, to: string): MinuteRange => promised(parseRange(`${from}T00:00Z`, `${to}T00:00Z`));

const hole = { open: null, high: null, low: null, close: null };

/** A venue of a minute of which nothing is known, changed as given. */
export const minuteVenue = (venue: string, change: Partial<MinuteVenue> = {}): MinuteVenue => ({
  venue,
  market: 'ATOM/USDT',
  quote: 'USDT',
  kind: 'spot',
  source: 'rest',
  raw: hole,
  baseVolume: null,
  quoteVolume: null,
  trades: null,
  rate: { rule: 'legs', value: 1, uncertainty: 0, legs: [] },
  converted: hole,
  reference: { low: null, high: null, close: null },
  peers: 5,
  dispersion: null,
  dLow: null,
  dHigh: null,
  dClose: null,
  outside: null,
  uncertainty: 0,
  weak: false,
  missing: null,
  ...change,
});

/** Measured: its low 99.94 % below 1.6, its high at 1.8; changed as given. */
export const low = (venue: string, change: Partial<MinuteVenue> = {}): MinuteVenue =>
  minuteVenue(venue, {
    converted: { open: 1.7, high: 1.8, low: 0.001, close: 1.7 },
    reference: { low: 1.6, high: 1.8, close: 1.7 },
    dLow: 0.001 / 1.6 - 1,
    dHigh: 0,
    dClose: 0,
    outside: -0.9993,
    ...change,
  });

/** Measured: its high 4 % above 1.8; changed as given. */
export const high = (venue: string, change: Partial<MinuteVenue> = {}): MinuteVenue =>
  minuteVenue(venue, {
    converted: { open: 1.8, high: 1.872, low: 1.6, close: 1.8 },
    reference: { low: 1.6, high: 1.8, close: 1.8 },
    dLow: 0,
    dHigh: 0.04,
    dClose: 0,
    outside: 0.02,
    ...change,
  });

/** As `low`, without any deviation. */
export const calm = (venue: string, change: Partial<MinuteVenue> = {}): MinuteVenue =>
  low(venue, { converted: { open: 1.7, high: 1.8, low: 1.6, close: 1.7 }, dLow: 0, outside: 0, ...change });

export const leg = (venue: string, base: string | null, isDropped = false): RateLeg => ({
  venue,
  base,
  pair: base === null ? 'USDT/USD' : `${base}/USDT`,
  close: 1,
  over: null,
  value: 1,
  isDropped,
});

/** Within what its rates leave unknown. */
export const withinRate: EpisodeAnswer = episode({
  venue: 'bybit',
  side: 'above',
  peak: 0.04147,
  certainty: 'within-rate',
  uncertaintyAtPeak: 0.0461,
});
