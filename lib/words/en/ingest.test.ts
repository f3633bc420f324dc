import { describe, expect, it } from 'vitest';
import type { Asset, Venue } from '../../domain/market';
import { minute, minuteRange } from '../../domain/minute';
import { followLines, followNotes, followSummary } from './follow';
import { gapLine, gapWords, ingestNotes, ingestSummary, longerWords, progressNotes } from './ingest';
import { mend } from './mends';

const venue = (id: string): Venue => id as Venue;
const ATOM = 'ATOM' as Asset;
/** 2025-10-10T21:20Z and a minute later. */
const range = minuteRange(minute(29_335_520), minute(29_335_521));

describe('an ingest', () => {
  it.each([
    [
      gapLine(venue('cryptocom'), ['ATOM/USDT', 'ATOM/USD'], range, gapWords.unsettled, mend.later),
      'Crypto.com ATOM/USDT, ATOM/USD, 2025-10-10T21:20Z to 2025-10-10T21:21Z: not settled by the venue yet; run the same ingest again later',
    ],
    [
      gapLine(venue('okx'), [], undefined, gapWords.marketList('HTTP 503'), mend.venue),
      'OKX: could not load markets: HTTP 503; run the same ingest again later; the other venues continue',
    ],
    [
      ingestNotes.builtFromTrades('Kraken ATOM/USD', range, 720),
      'Kraken ATOM/USD, 2025-10-10T21:20Z to 2025-10-10T21:21Z: its candle history covers only the last 720 minutes; built from its trades instead',
    ],
    [ingestNotes.noSuchRoad(venue('okx'), 'ui'), 'OKX: no candles from source ui (display candles) here'],
    [ingestNotes.noSuchKinds(venue('htx'), ['perp', 'mark']), 'HTX: has no perpetual, mark markets'],
    [
      ingestNotes.listedNowhere(ATOM, [venue('okx'), venue('htx')], mend.ticker),
      'ATOM: not listed against USD, USDT, USDC, FDUSD or EUR on OKX and HTX; check the ticker, or import trades or a candle file with `plumbline import`',
    ],
    [
      gapWords.quarantined(1, 'low 0 is not above 0'),
      '1 row is not a valid candle and was quarantined (low 0 is not above 0)',
    ],
    [gapWords.quarantined(2, 'x'), '2 rows are not valid candles and were quarantined (x)'],
    [gapWords.quarantinedTrades(1, 'x'), '1 trade was quarantined (x), so a minute with one has no candle'],
    [gapWords.quarantinedTrades(2, 'x'), '2 trades were quarantined (x), so a minute with one has no candle'],
    [
      gapLine(venue('okx'), ['ATOM/USDT'], range, gapWords.silent('fills'), mend.repair),
      'OKX ATOM/USDT, 2025-10-10T21:20Z to 2025-10-10T21:21Z: answered without a row, although the venue sends one for every minute, traded or not; run `plumbline ingest --repair` to request it again, or import trades or a candle file with `plumbline import`',
    ],
    [
      gapWords.silent('no-rows-around'),
      'answered without a row, and no row before and after shows that nothing was traded',
    ],
    [gapWords.silent('lacks-rows'), 'answered without rows that it had sent before, so the silence proves nothing'],
    [gapWords.silent('no-answer'), 'answered without a row at first and with other minutes when asked again'],
    [gapWords.notYetListed(range.from), 'the venue lists the market since 2025-10-10T21:20Z'],
    [gapWords.noEarlierTrade, 'its trades begin after, and no earlier one shows that nothing was traded'],
    [gapWords.noLaterTrade, 'its trades end before, and no later one shows that nothing was traded'],
    [progressNotes.askingAgain('HTTP 429', 16_200), 'HTTP 429; next request in 17 s'],
    [progressNotes.gaps(1), '1 minute not served'],
    [progressNotes.notListed([]), ''],
    [progressNotes.markets(1, 0), '1 market of the assets'],
    [progressNotes.markets(12, 1_020), '12 markets of the assets, 1,020 more for comparison in USD'],
    [
      ingestSummary({
        venues: 1,
        markets: 3,
        candles: 1_234,
        answeredMinutes: 2_000,
        off: [{ venue: venue('bybit'), state: 'refused' }],
        gaps: 1,
        isStopped: false,
      }),
      '1 venue, 3 markets, 1,234 candles recorded, 2,000 minutes answered in all, Bybit refused, 1 gap',
    ],
    [
      ingestSummary({
        venues: 2,
        markets: 3,
        candles: 1,
        answeredMinutes: 1,
        off: [],
        gaps: 0,
        isStopped: true,
      }),
      '2 venues, 3 markets, 1 candle recorded, 1 minute answered in all, stopped; the next run continues from here',
    ],
    [
      ingestSummary({
        venues: 1,
        markets: 1,
        candles: 240,
        answeredMinutes: 240,
        longer: { added: 1, unchanged: 1_200, revised: 2 },
        off: [],
        gaps: 0,
        isStopped: false,
      }),
      '1 venue, 1 market, 240 candles recorded, 240 minutes answered in all, 1 longer candle recorded, 1,200 identical, 2 revised',
    ],
    [
      gapLine(venue('gate'), ['ATOM/USDT'], range, longerWords.gap('15m', gapWords.unsettled), mend.later),
      'Gate ATOM/USDT, 2025-10-10T21:20Z to 2025-10-10T21:21Z: 15m candles: not settled by the venue yet; run the same ingest again later',
    ],
    [longerWords.quarantined('1h', 'low 0 is not above 0'), '1h candle: low 0 is not above 0'],
    [longerWords.notServed(venue('bithumb'), ['1d']), 'Bithumb: has no 1d candles'],
    [
      longerWords.otherDay(venue('htx')),
      'HTX: its day is not known to begin at 00:00 UTC, so 1d candles were not requested',
    ],
  ])('%s', (text, wanted) => {
    expect(text).toBe(wanted);
  });
});

describe('a follow', () => {
  it.each([
    [followNotes.round([], [], []), ''],
    [
      followNotes.round([{ pair: 'ATOM/USDT', minutes: 2 }], [{ pair: 'BTC/USDT', cause: 'HTTP 503' }], []),
      'corrected: ATOM/USDT 2; no answer: BTC/USDT (HTTP 503)',
    ],
    [
      followLines.uncertain(venue('bithumb'), 'TON may be A or B', 'say which'),
      'Bithumb: TON may be A or B; say which',
    ],
    [
      followLines.notServed('OKX ATOM/USDT', 'the venue does not list it'),
      "OKX ATOM/USDT: the venue does not list it; the next request follows when the venue's market list is loaded again, within a day",
    ],
    [
      followSummary({
        venues: 2,
        ms: 7_380_000,
        candles: 1_234,
        corrections: 0,
        off: [{ venue: venue('okx'), state: 'away' }],
      }),
      '2 venues followed for 2 h 3 min, 1,234 candles recorded, 0 minutes corrected later, OKX not answering',
    ],
  ])('%s', (text, wanted) => {
    expect(text).toBe(wanted);
  });
});
