import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { deviationsAnswer, type VenueSeriesAnswer } from '../../api/deviations';
import { range } from '../../store/testing/testAnswers';
import type { Context } from '../context';
import { deviations } from './deviations';
import {
  asset,
  fourVenues,
  type FourVenues,
  NINE,
  question,
  SILENT,
  THREE_LEFT,
  UNASKED,
  valueOf,
  venue,
  WICK,
} from '../testing/fourVenues';

let stored: FourVenues;
let context: Context;
beforeAll(async () => {
  stored = await fourVenues();
  ({ context } = stored);
});
afterAll(() => stored.drop());

/** One minute of a series, by the names of the contract. */
function row(series: VenueSeriesAnswer | undefined, i: number): Record<string, unknown> {
  if (series === undefined) throw new Error('the answer has no such series');
  const {
    minutes,
    low,
    close,
    referenceLow,
    referenceClose,
    peers,
    dispersion,
    dLow,
    dHigh,
    dClose,
    outside,
    missing,
  } = series;
  return Object.fromEntries(
    Object.entries({
      minutes,
      low,
      close,
      referenceLow,
      referenceClose,
      peers,
      dispersion,
      dLow,
      dHigh,
      dClose,
      outside,
      missing,
    }).map(([name, column]) => [name, column?.[i]]),
  );
}

describe('the deviations of a window', () => {
  it('are those worked out by hand, each hole null with its own reason', async () => {
    const found = deviationsAnswer.parse(valueOf(await deviations(context, question())));
    const of = (id: string): VenueSeriesAnswer | undefined => found.series.find((series) => series.venue === id);
    // Others' lows 100, 100, 104: median 100, from which 0, 0 and 4 are away: median 0.
    expect(row(of('binance'), WICK)).toEqual({
      minutes: '2025-10-10T21:01Z',
      low: 50,
      close: 100,
      referenceLow: 100,
      referenceClose: 100,
      peers: 3,
      dispersion: 0,
      dLow: -0.5,
      dHigh: 0,
      dClose: 0,
      outside: -0.5,
      missing: null,
    });
    expect(row(of('binance'), SILENT)).toMatchObject({
      low: null,
      close: null,
      dLow: null,
      dClose: null,
      outside: null,
      missing: 'no-trade',
    });
    expect(row(of('binance'), THREE_LEFT)).toMatchObject({
      low: 100,
      referenceLow: null,
      peers: 2,
      dLow: null,
      missing: 'too-few-peers',
    });
    expect(row(of('binance'), UNASKED)).toMatchObject({ low: null, dLow: null, missing: 'not-fetched' });
    // Its own 50 is not among kraken's others' middle: 50, 100, 104.
    expect(row(of('kraken'), WICK)).toMatchObject({ referenceLow: 100, dLow: 0, outside: 0, missing: null });
    expect(row(of('okx'), WICK)).toMatchObject({ referenceLow: 100, missing: null });
    expect(of('okx')?.dLow[WICK]).toBeCloseTo(0.04, 12);
    expect(of('okx')?.outside[WICK]).toBeCloseTo(0.04, 12);
  });

  it('say of each market what was traded, not traded and never asked, and of the market its fall', async () => {
    const found = valueOf(await deviations(context, question()));
    expect(found).toMatchObject({
      method: 2,
      simulated: true,
      asset: 'ATOM',
      from: '2025-10-10T21:00Z',
      to: '2025-10-10T21:12Z',
      currency: 'USD',
      reference: 'others',
      rate: 'usd',
      minPeers: 3,
      enter: 0.02,
    });
    expect(
      found.markets.map(({ venue: id, traded, noTrade, notFetched }) => [id, traded, noTrade, notFetched]),
    ).toEqual([
      ['binance', 10, 1, 1],
      ['coinbase', 12, 0, 0],
      ['kraken', 11, 1, 0],
      ['okx', 12, 0, 0],
    ]);
    expect(found.markets[0]).toMatchObject({
      market: 'ATOM/USD',
      kind: 'spot',
      source: 'simulated',
      otherSources: [],
      rate: { rule: 'usd', median: 1 },
    });
    expect(found.market.fall).toBe(0);
    expect(found.falls).toEqual([
      { venue: 'binance', market: 'ATOM/USD', kind: 'spot', fall: -0.5, excess: -0.5 },
      { venue: 'coinbase', market: 'ATOM/USD', kind: 'spot', fall: 0, excess: 0 },
      { venue: 'kraken', market: 'ATOM/USD', kind: 'spot', fall: 0, excess: 0 },
      { venue: 'okx', market: 'ATOM/USD', kind: 'spot', fall: 0, excess: 0 },
    ]);
  });

  it('rank binance’s minute before okx’s premium, which reaches over the whole window', async () => {
    const { episodes } = valueOf(await deviations(context, question()));
    expect(episodes).toHaveLength(2);
    expect(episodes[0]).toMatchObject({
      venue: 'binance',
      side: 'below',
      start: '2025-10-10T21:01Z',
      end: '2025-10-10T21:02Z',
      spanMinutes: 1,
      minutesBeyond: 1,
      minutesClosedBeyond: 0,
      unknownMinutes: 0,
      peak: -0.5,
      peakMinute: '2025-10-10T21:01Z',
      peakPrice: 50,
      peakReference: 100,
      peakOutside: -0.5,
      areaPctMinutes: 0,
      baseVolume: 10,
      usdVolume: 1000,
      peersAtPeak: 3,
      minPeers: 3,
      censored: 'none',
    });
    // Three minutes have too few peers for okx; nine stand 4 % above.
    expect(episodes[1]).toMatchObject({
      venue: 'okx',
      side: 'above',
      start: '2025-10-10T21:00Z',
      end: '2025-10-10T21:12Z',
      spanMinutes: 12,
      minutesBeyond: 9,
      minutesClosedBeyond: 9,
      unknownMinutes: 3,
      peakPrice: 104,
      peakReference: 100,
      recoveryMinutes: null,
      censored: 'both',
    });
    expect(episodes[1]?.peak).toBeCloseTo(0.04, 12);
    expect(episodes[1]?.areaPctMinutes).toBeCloseTo(36, 9);
  });

  it('carry a digest that another question changes and asking again does not', async () => {
    const [once, again, other] = await Promise.all(
      [question(), question(), question({ minPeers: 2 })].map(
        async (asked) => valueOf(await deviations(context, asked)).digest,
      ),
    );
    expect(again).toBe(once);
    expect(other).not.toBe(once);
  });

  it('compare every venue with the reference venue alone, itself not measured', async () => {
    const found = valueOf(await deviations(context, question({ reference: { kind: 'venue', venue: venue('okx') } })));
    expect(found.reference).toBe('venue:okx');
    expect(found.series.map((series) => [series.venue, series.dLow[WICK], series.peers[WICK]])).toEqual([
      ['binance', 50 / 104 - 1, 1],
      ['coinbase', 100 / 104 - 1, 1],
      ['kraken', 100 / 104 - 1, 1],
      ['okx', null, 0],
    ]);
  });

  it('say no-rate for won and assumed parity for dollars of a stablecoin, where no rate is stored', async () => {
    const found = valueOf(await deviations(context, question({ asset: asset('DOGE'), range: range(NINE, NINE + 3) })));
    const [gate, upbit] = found.series;
    expect([gate?.venue, gate?.low, gate?.missing]).toEqual([
      'gate',
      [0.25, null, 0.25],
      ['too-few-peers', 'set-aside', 'too-few-peers'],
    ]);
    expect([upbit?.venue, upbit?.low, upbit?.missing]).toEqual([
      'upbit',
      [null, null, null],
      ['no-rate', 'no-rate', 'no-rate'],
    ]);
    expect(found.markets.map(({ rate }) => [rate?.rule, rate?.median])).toEqual([
      ['parity', 1],
      ['none', null],
    ]);
    expect(found.notes.join(' ')).toMatch(/Assumed parity: .*USDT.*\(Gate\)/);
    expect(found.notes.join(' ')).toMatch(/Only 2 venues take part for DOGE/);
  });
});
