import { describe, expect, it } from 'vitest';
import type { Asset, Venue } from '../../domain/market';
import { minute } from '../../domain/minute';
import { followLines, followNotes, followSummary } from './follow';

const [BINANCE, OKX] = ['binance', 'okx'] as [Venue, Venue];

describe('what a followed venue says beside its state', () => {
  it.each([
    [followNotes.behind(1), '1 minute behind'],
    [followNotes.behind(90), '90 minutes behind'],
    [followNotes.round([], [], []), ''],
    [followNotes.round([{ pair: 'ATOM/USDT', minutes: 2 }], [], []), 'corrected: ATOM/USDT 2'],
    [
      followNotes.round([{ pair: 'ATOM/USDT', minutes: 2 }], [{ pair: 'BTC/USDT', cause: 'HTTP 429' }], []),
      'corrected: ATOM/USDT 2; no answer: BTC/USDT (HTTP 429)',
    ],
    [
      followNotes.round([], [], [{ pair: 'ATOM/USD', since: minute(29_335_520) }]),
      'no row since: ATOM/USD 2025-10-10T21:20Z',
    ],
  ])('%s', (words, expected) => {
    expect(words).toBe(expected);
  });
});

describe('the lines of a follow', () => {
  it.each([
    [
      followLines.notServed('OKX ATOM/USDT', 'the venue does not list it'),
      "OKX ATOM/USDT: the venue does not list it; the next request follows when the venue's market list is loaded again, within a day",
    ],
    [followLines.uncertain(OKX, 'HTTP 503', 'run it again'), 'OKX: HTTP 503; run it again'],
    [
      followLines.listedNowhere('ATM' as Asset, [BINANCE, OKX], 'check the ticker'),
      'ATM: not listed on Binance and OKX; check the ticker',
    ],
  ])('%s', (words, expected) => {
    expect(words).toBe(expected);
  });

  it.each([
    [
      { venues: 6, ms: 1_800_000, candles: 1_234, corrections: 0, off: [] },
      '6 venues followed for 30 min, 1,234 candles recorded, 0 minutes corrected later',
    ],
    [
      { venues: 1, ms: 45_000, candles: 1, corrections: 1, off: [{ venue: BINANCE, state: 'refused' }] },
      '1 venue followed for 45 s, 1 candle recorded, 1 minute corrected later, Binance refused',
    ],
    [
      { venues: 2, ms: 7_380_000, candles: 0, corrections: 2, off: [{ venue: OKX, state: 'away' }] },
      '2 venues followed for 2 h 3 min, 0 candles recorded, 2 minutes corrected later, OKX not answering',
    ],
  ] as const)('in the end: %#', (counts, expected) => {
    expect(followSummary(counts)).toBe(expected);
  });
});
