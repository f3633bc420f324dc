import { describe, expect, it } from 'vitest';
import type { DeviationsAnswer, EpisodeAnswer, VenueSeriesAnswer } from '../../api/deviations';
import type { Kind } from '../../domain/market';
import { deepestSentence } from './deepest';

const episode = (over: Partial<EpisodeAnswer>): EpisodeAnswer => ({
  id: 'a',
  venue: 'binance',
  market: 'ATOM/USDT',
  kind: 'spot',
  side: 'below',
  start: '2025-10-10T21:12Z',
  end: '2025-10-10T22:00Z',
  spanMinutes: 48,
  minutesBeyond: 40,
  minutesClosedBeyond: 30,
  unknownMinutes: 0,
  peak: -0.99968,
  peakMinute: '2025-10-10T21:20Z',
  peakPrice: 0.001,
  peakReference: 3.1,
  peakClose: -0.5,
  peakOutside: -0.99,
  areaPctMinutes: 500,
  recoveryMinutes: 20,
  baseVolume: 1,
  usdVolume: 1,
  volumeShare: 0.5,
  peersAtPeak: 7,
  minPeers: 6,
  censored: 'none',
  ...over,
});
const series = (venue: string, missing: VenueSeriesAnswer['missing']): VenueSeriesAnswer => ({
  venue,
  market: 'ATOM/USDT',
  kind: 'spot',
  minutes: [],
  open: [],
  high: [],
  low: [],
  close: [],
  usdVolume: [],
  referenceLow: [],
  referenceHigh: [],
  referenceClose: [],
  peers: [],
  dispersion: [],
  dLow: [],
  dHigh: [],
  dClose: [],
  outside: [],
  missing,
});
const market = (venue: string, kind: Kind = 'spot'): DeviationsAnswer['markets'][number] => ({
  venue,
  market: 'ATOM/USDT',
  kind,
  source: 'rest',
  otherSources: [],
  traded: 240,
  noTrade: 0,
  notFetched: 0,
  rate: { rule: 'cross', median: 1, minutes: { usd: 0, cross: 240, direct: 0, parity: 0, none: 0 } },
});
const answer = (over: Partial<DeviationsAnswer>): DeviationsAnswer => ({
  method: 1,
  simulated: false,
  asset: 'ATOM',
  name: 'ATOM',
  from: '2025-10-10T20:00Z',
  to: '2025-10-11T00:00Z',
  currency: 'USD',
  reference: 'others',
  rate: 'usd',
  minPeers: 3,
  enter: 0.02,
  resolutionMinutes: 1,
  digest: `sha256:${'0'.repeat(64)}`,
  notes: [],
  markets: [market('binance')],
  series: [series('binance', [null])],
  episodes: [],
  market: { fall: -0.241 },
  falls: [{ venue: 'binance', market: 'ATOM/USDT', kind: 'spot', fall: -0.9997, excess: -0.7587 }],
  ...over,
});
const plain = (text: string): string => text.replace(/[\u00A0\u202F]/g, ' ');

describe('the headline of an analysis', () => {
  it('states the deepest deviation beside the market’s own fall', () => {
    expect(plain(deepestSentence(answer({ episodes: [episode({})] })))).toBe(
      'At 21:20 UTC, Binance traded 99.97 % below the other venues’ median. The market fell 24.10 %, Binance 99.97 %.',
    );
  });

  it('names the day where the window holds more than one', () => {
    expect(deepestSentence(answer({ episodes: [episode({})], from: '2025-10-01T00:00Z' }))).toMatch(
      /^On 2025-10-10, at 21:20 UTC, Binance/,
    );
  });

  it('leaves out a fall that was not measured', () => {
    expect(deepestSentence(answer({ episodes: [episode({})], market: { fall: null } }))).not.toContain('fell');
  });

  it('names the venue that the others are compared with', () => {
    expect(deepestSentence(answer({ episodes: [episode({})], reference: 'venue:coinbase' }))).toContain(
      'below Coinbase.',
    );
  });

  it('names the second reference, the underlying of a wrapped asset and the peg', () => {
    expect(deepestSentence(answer({ episodes: [episode({})], asset: 'WBETH', reference: 'wrapped' }))).toContain(
      'below ETH times its usual ratio.',
    );
    expect(deepestSentence(answer({ episodes: [episode({})], asset: 'USDE', reference: 'peg' }))).toContain(
      'below 1 USD.',
    );
  });

  it('says of a contract and of a computed price that they are, with their own fall', () => {
    const of = (kind: Kind): string =>
      plain(
        deepestSentence(
          answer({
            episodes: [episode({ kind })],
            markets: [market('binance'), market('binance', kind)],
            // In any order: a fall says itself which market it is of.
            falls: [
              { venue: 'binance', market: 'ATOM/USDT', kind, fall: -0.5, excess: -0.259 },
              { venue: 'binance', market: 'ATOM/USDT', kind: 'spot', fall: -0.9997, excess: -0.7587 },
            ],
          }),
        ),
      );
    expect(of('perp')).toBe(
      'At 21:20 UTC, Binance’s perpetual traded 99.97 % below the other venues’ median. The market fell 24.10 %, Binance’s perpetual 50.00 %.',
    );
    expect(of('mark')).toContain('Binance’s mark price was 99.97 % below');
  });

  it('says that no venue deviated only where one was measured', () => {
    expect(plain(deepestSentence(answer({})))).toBe(
      'No venue deviated by 2 % or more from the other venues’ median in this window.',
    );
    expect(deepestSentence(answer({ series: [series('okx', ['too-few-peers']), series('gate', ['no-trade'])] }))).toBe(
      'No venue could be measured in this window: too few peers (OKX); no trade (Gate).',
    );
  });
});
