import { describe, expect, it } from 'vitest';
import type { EpisodeAnswer } from '../../api/deviations';
import { dateWords, heroLead, heroSentence, heroWords, multipleSentence, type FrontFacts } from './front';

const episode = (change: Partial<EpisodeAnswer>): EpisodeAnswer =>
  ({
    venue: 'binance',
    kind: 'spot',
    side: 'below',
    peak: -0.99937,
    peakMinute: '2025-10-10T21:20Z',
    peakPrice: 0.00100116,
    certainty: 'certain',
    uncertaintyAtPeak: 0.0004,
    spanMinutes: 7,
    ...change,
  }) as EpisodeAnswer;

const facts = (change: Partial<FrontFacts> = {}, of: Partial<EpisodeAnswer> = {}): FrontFacts => ({
  asset: 'ATOM',
  name: 'ATOM',
  from: '2025-10-10T20:00Z',
  to: '2025-10-11T00:00Z',
  currency: 'USD',
  reference: 'others',
  deepest: episode(of),
  fall: { market: -0.241, venue: -0.9997 },
  ...change,
});

describe('the first sentence of the front page', () => {
  it.each([
    [
      facts(),
      'At 21:20 UTC on 10 October 2025, ATOM traded at 0.001 USD on Binance, 99.94 % below the other venues’ median.',
    ],
    [
      facts(
        {},
        { side: 'above', peak: 0.25, peakPrice: 5, venue: 'okx', peakMinute: '2024-02-01T00:05Z', certainty: 'weak' },
      ),
      'At 00:05 UTC on 1 February 2024, ATOM traded at 5 USD on OKX, 25.00 % above the other venues’ median, on a weak rate.',
    ],
  ])('says when, what, where and how far', (of, said) => {
    expect(heroSentence(of)).toBe(said);
  });

  it.each([
    [
      facts(),
      'The ATOM market fell 24.10 % from the first closes shown, Binance 99.97 %. The episode lasted 7 min. The rates’ uncertainty is ± 0.04 %.',
    ],
    [facts({ fall: { market: null, venue: -0.5 } }, { uncertaintyAtPeak: 0 }), 'The episode lasted 7 min.'],
    [facts({}, { side: 'above', peak: 0.25, uncertaintyAtPeak: 0 }), 'The episode lasted 7 min.'],
    [
      facts({ fall: { market: 0.1, venue: -0.5 } }, { uncertaintyAtPeak: null, spanMinutes: 61 }),
      'The episode lasted 1 h 01 min. The uncertainty of its rates is not known.',
    ],
  ])('is followed by what was measured beside it, and by nothing that was not', (of, said) => {
    expect(heroLead(of)).toBe(said);
  });
});

describe('a small drawing', () => {
  it('has a sentence of its own, with the reference of its asset', () => {
    expect(
      multipleSentence(
        facts(
          { asset: 'WBETH', name: 'WBETH', reference: 'wrapped' },
          { peak: -0.8842, peakMinute: '2025-10-10T21:43Z' },
        ),
      ),
    ).toBe('WBETH on Binance: 88.42 % below ETH times its usual ratio, 21:43 UTC.');
  });

  it('is named by what it draws', () => {
    expect(heroWords.multiple(facts())).toBe('ATOM on Binance: deviation of lows and highs, minute by minute');
    expect(heroWords.caption(facts(), 14, 0)).toBe(
      'ATOM. Price, USD, 2025-10-10 20:00 to 2025-10-11 00:00 UTC; grey: 14 other venues, lowest to highest',
    );
    expect(heroWords.caption(facts({ to: '2025-10-10T23:00Z' }), 0, 'log')).toBe(
      'ATOM. Price, USD, log scale, 2025-10-10 20:00 to 23:00 UTC',
    );
    expect(heroWords.caption(facts(), 0, 3_120)).toBe(
      'ATOM. Price, USD, axis from 3,120, 2025-10-10 20:00 to 2025-10-11 00:00 UTC',
    );
  });

  it('names every month', () => {
    expect(dateWords('2026-12-31T00:00Z')).toBe('31 December 2026');
    expect(dateWords('2026-01-09T00:00Z')).toBe('9 January 2026');
  });
});
