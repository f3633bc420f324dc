import { describe, expect, it } from 'vitest';
import type { DeviationsAnswer, EpisodeAnswer } from '../../api/deviations';
import type { Kind } from '../../domain/market';
import { deepestSentence } from './deepest';
import { answer as shared, episode, market, series } from './testing/deviations';

const answer = (over: Partial<DeviationsAnswer> = {}): DeviationsAnswer =>
  shared({ episodes: [episode({ uncertaintyAtPeak: 0 })], ...over });
const plain = (text: string): string => text.replace(/[\u00A0\u202F]/g, ' ');

describe('the headline of an analysis', () => {
  it('states the deepest deviation beside the market’s own fall', () => {
    expect(plain(deepestSentence(answer()))).toBe(
      'At 21:20 UTC, Binance traded 99.97 % below the other venues’ median. In this window the market fell by up to 24.10 %, Binance by up to 99.97 %.',
    );
  });

  it('names the day where the window holds more than one', () => {
    expect(deepestSentence(answer({ from: '2025-10-01T00:00Z' }))).toMatch(/^On 2025-10-10, at 21:20 UTC, Binance/);
  });

  it('says nothing of falls where the venue was above the others: they were in other minutes', () => {
    const above = episode({ side: 'above', peak: 0.73, uncertaintyAtPeak: 0 });
    expect(plain(deepestSentence(answer({ episodes: [above] })))).toBe(
      'At 21:20 UTC, Binance traded 73.00 % above the other venues’ median.',
    );
  });

  it('leaves out a fall that was not measured', () => {
    expect(deepestSentence(answer({ market: { fall: null } }))).not.toContain('fell');
  });

  it('names the venue that the others are compared with', () => {
    expect(deepestSentence(answer({ reference: 'venue:coinbase' }))).toContain('below Coinbase.');
  });

  it('names the second reference, the underlying of a wrapped asset and the peg', () => {
    expect(deepestSentence(answer({ asset: 'WBETH', reference: 'wrapped' }))).toContain(
      'below ETH times its usual ratio.',
    );
    expect(deepestSentence(answer({ asset: 'USDE', reference: 'peg' }))).toContain('below 1 USD.');
  });

  it('says of a contract and of a computed price that they are, with their own fall', () => {
    const of = (kind: Kind): string =>
      plain(
        deepestSentence(
          answer({
            episodes: [episode({ kind, uncertaintyAtPeak: 0 })],
            markets: [market('binance'), market('binance', { kind })],
            // In any order: a fall says itself which market it is of.
            falls: [
              { venue: 'binance', market: 'ATOM/USDT', kind, fall: -0.5, excess: -0.259 },
              { venue: 'binance', market: 'ATOM/USDT', kind: 'spot', fall: -0.9997, excess: -0.7587 },
            ],
          }),
        ),
      );
    expect(of('perp')).toBe(
      'At 21:20 UTC, Binance’s perpetual traded 99.97 % below the other venues’ median. In this window the market fell by up to 24.10 %, Binance’s perpetual by up to 50.00 %.',
    );
    expect(of('mark')).toContain('Binance’s mark price was 99.97 % below');
  });

  it('says that no venue deviated only where one was measured', () => {
    expect(plain(deepestSentence(answer({ episodes: [] })))).toBe(
      'None of the venues measured deviated by 2 % or more from the other venues’ median in this window.',
    );
    expect(
      deepestSentence(
        answer({ episodes: [], series: [series('okx', ['too-few-peers']), series('gate', ['no-trade'])] }),
      ),
    ).toBe('No venue could be measured in this window: too few peers (OKX); no trade (Gate).');
  });
});

describe('the headline of an analysis whose rates are not exact', () => {
  const deep = (over: Partial<EpisodeAnswer>): string =>
    plain(deepestSentence(answer({ episodes: [episode(over)], falls: [] })));

  it.each<[Partial<EpisodeAnswer>, string]>([
    [{ uncertaintyAtPeak: 0.0004 }, 'At 21:20 UTC, Binance traded 99.97 % (± 0.04 %) below the other venues’ median.'],
    [
      { uncertaintyAtPeak: 0.13, certainty: 'weak' },
      'At 21:20 UTC, Binance traded 99.97 % (± 13.00 %) below the other venues’ median, on a weak rate.',
    ],
    [
      { side: 'above', peak: 0.73, uncertaintyAtPeak: 0, blocs: { usd: 3.594, usdt: 1.6 } },
      'At 21:20 UTC, Binance traded 73.00 % above the other venues’ median. USD books stood at a median high of 3.594 USD, USDT books at 1.6 USD.',
    ],
  ])('%j', (over, words) => {
    expect(deep(over)).toBe(words);
  });

  it('never calls what lies within the rate’s uncertainty the deepest', () => {
    const within = episode({
      venue: 'bybit',
      side: 'above',
      peak: 0.04147,
      certainty: 'within-rate',
      uncertaintyAtPeak: 0.0461,
    });
    expect(plain(deepestSentence(answer({ episodes: [within, episode({ peak: -0.03 })], falls: [] })))).toBe(
      'At 21:20 UTC, Binance traded 3.00 % (± 0.04 %) below the other venues’ median.',
    );
    expect(plain(deepestSentence(answer({ episodes: [within], falls: [] })))).toBe(
      'None of the venues measured deviated by 2 % or more from the other venues’ median beyond the uncertainty of the rates in this window. The furthest within it: Bybit, 4.15 % (± 4.61 %) above at 21:20 UTC.',
    );
  });

  it('says among whose books the median was taken', () => {
    expect(plain(deepestSentence(answer({ bloc: 'USD', falls: [] })))).toBe(
      'At 21:20 UTC, Binance traded 99.97 % below the median of the other venues’ USD books.',
    );
  });
});
