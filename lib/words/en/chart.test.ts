import { expect, it } from 'vitest';
import type { Venue } from '../../domain/market';
import { chartCaptions, chartDescription, chartNames, extremesWords, peakLabel, tooltipWords } from './chart';

it.each([
  [chartCaptions.price('USD', 'log'), 'Price, USD, log scale'],
  [chartCaptions.price('USD', 0), 'Price, USD'],
  [chartCaptions.price('USD', 2.9137), 'Price, USD, axis from 2.91'],
  [chartCaptions.priceAside(15, 1), 'grey: 15 other venues, lowest to highest'],
  [chartCaptions.priceAside(1, 1), 'grey: the other venue, low to high'],
  [chartCaptions.priceAside(0, 1), ''],
  [chartCaptions.deviationAside(true), 'lows below, highs above; grey: the others; hatched: the rate’s uncertainty'],
  [chartCaptions.deviationAside(false), 'lows below, highs above; hatched: the rate’s uncertainty'],
  [chartNames.bloc('USDT'), 'USDT median'],
  [chartNames.reference({ kind: 'others' }), 'others'],
  [chartNames.reference({ kind: 'all' }), 'all venues'],
  [chartNames.reference({ kind: 'wrapped' }), 'underlying × ratio'],
  [chartNames.reference({ kind: 'peg' }), 'peg'],
  [chartNames.reference({ kind: 'venue', venue: 'okx' as Venue }), 'OKX'],
  [chartCaptions.strip(1), 'Furthest deviation, minute by minute'],
  [chartCaptions.strip(60), 'Furthest deviation in every 1 h'],
  [chartCaptions.deviation('the others’ median'), 'Deviation from the others’ median'],
  [
    extremesWords(1_440),
    'drawn from the extremes of every 1,440 minutes; no minute’s extreme is left out; shorter gaps do not show',
  ],
  [peakLabel.price('Binance', 0.001), 'Binance 0.001'],
  [peakLabel.price('Binance', 0.00100116), 'Binance 0.001'],
  [peakLabel.price('Binance', 0.0000123456), 'Binance 0.0₄123'],
  [peakLabel.reference('others', 1.5784), 'others 1.58'],
  [peakLabel.reference('others', 121_758.75), 'others 121,759'],
  [chartCaptions.stripAside(false), 'framed: episodes'],
  [chartCaptions.stripAside(true), 'framed: episodes; dashed: within the rate’s uncertainty'],
  [peakLabel.ratio(-0.99968, 1, { certainty: 'certain', uncertaintyAtPeak: 0.0004 }), '−99.97 %, 1 min'],
  [peakLabel.ratio(-0.99968, 1, { certainty: 'weak', uncertaintyAtPeak: 0.13 }), '−99.97 %, 1 min, on a weak rate'],
  [
    peakLabel.ratio(0.04147, 65, { certainty: 'within-rate', uncertaintyAtPeak: 0.0461 }),
    '4.15 %, 1 h 05 min, within ± 4.61 %',
  ],
  [
    peakLabel.ratio(0.04147, 65, { certainty: 'within-rate', uncertaintyAtPeak: null }),
    '4.15 %, 1 h 05 min, uncertainty unknown',
  ],
  [tooltipWords.uncertainty(0.0004, false), '± 0.04 %'],
  [tooltipWords.uncertainty(NaN, true), 'unknown, weak rate'],
  [tooltipWords.rate('0.8939 ± 4.61 %', 'from legs'), '0.8939 ± 4.61 %, from legs'],
  [tooltipWords.median(16), 'median of 16 venues'],
  [tooltipWords.more(11, 0), '+ 11 more'],
  [tooltipWords.more(11, 2), '+ 11 more, 2 without a deviation'],
  [tooltipWords.more(11, 11), '+ 11 more, none with a deviation'],
  [tooltipWords.bucket('2025-10-10 21:00', 'UTC', 30), '2025-10-10 21:00 UTC, extremes of 30 min'],
])('a chart says "%s"', (text, words) => {
  expect(text).toBe(words);
});

it('a chart is described to those who do not see it', () => {
  expect(
    chartDescription({
      simulated: true,
      currency: 'USD',
      reference: 'the others’ median',
      from: '2025-10-10T20:00Z',
      to: '2025-10-11T00:00Z',
      resolutionMinutes: 1,
      series: ['Binance', 'OKX'],
      deepest: { series: 'Binance', minute: '2025-10-10T21:20Z', price: 0.001, peak: -0.99968, certainty: 'certain' },
    }),
  ).toBe(
    'SIMULATED. Prices in USD and deviations from the others’ median per minute from 2025-10-10T20:00Z to 2025-10-11T00:00Z (UTC); venues: Binance, OKX; deepest: Binance at 2025-10-10T21:20Z, 0.001 USD, −99.97 %.',
  );
});
