import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Asset, Source, Venue } from '../../domain/market';
import { minuteAt, minuteRange } from '../../domain/minute';
import type { FaultPlan } from '../../simulator/faults';
import { startSimulator, type Simulator } from '../../simulator/server';
import { crash } from '../../simulator/testing/crash';
import { askAgain, canBeAsked, type AskedBook, type ServedBook } from './askAgain';

let simulator: Simulator;
beforeAll(async () => {
  simulator = await startSimulator({ scenario: crash() });
});
afterAll(() => simulator.close());

const range = minuteRange(minuteAt(Date.UTC(2025, 9, 10, 21, 15)), minuteAt(Date.UTC(2025, 9, 10, 21, 25)));
const bookOf = (venue: string, quote: string, source: Source = 'simulated'): AskedBook => ({
  market: { venue: venue as Venue, base: 'ATOM' as Asset, quote, kind: 'spot' },
  source,
  range,
});
const BINANCE = bookOf('binance', 'USDT');
const OKX = bookOf('okx', 'USDT');

async function ask(
  books: readonly AskedBook[],
  faults: FaultPlan,
): Promise<{ readonly served: readonly ServedBook[]; readonly waits: readonly number[] }> {
  simulator.setFaults(faults);
  const waits: number[] = [];
  const patience = {
    random: () => 0.5,
    sleep: (ms: number): Promise<void> => {
      waits.push(ms);
      return Promise.resolve();
    },
  };
  return { served: await askAgain(books, { now: Date.now, origin: simulator.origin, patience }), waits };
}

const rows = ({ candles }: ServedBook): number => candles.open.filter((price) => !Number.isNaN(price)).length;

describe('asking again', () => {
  it('gives what is served now, book by book as asked', async () => {
    const { served } = await ask([OKX, BINANCE], []);
    expect(served.map(({ market, gaps }) => [market.venue, gaps])).toEqual([
      ['okx', []],
      ['binance', []],
    ]);
    expect(served.map(rows)).toEqual([10, 10]);
    // The published minute 21:20 of ATOM/USDT on Binance: 1.863, 2.283, 0.001, 1.997 (yanagihalab).
    const [, binance] = served;
    expect(['open', 'high', 'low', 'close'].map((field) => binance?.candles[field as 'open'][5])).toEqual([
      1.863, 2.283, 0.001, 1.997,
    ]);
    expect(binance?.replies[0]?.sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(await askAgain([], { now: Date.now })).toEqual([]);
  });

  it('is patient with a venue that is down, names its cause, and does not wait for it once the others are done', async () => {
    const { served, waits } = await ask([OKX, BINANCE], [{ fault: { kind: 'unavailable' }, venue: 'okx' }]);
    expect(served.map(rows)).toEqual([0, 10]);
    expect(served[0]?.gaps).toEqual([
      { range, kind: 'unanswered', cause: expect.stringContaining('HTTP 503') as string, isRefused: false },
    ]);
    // Seven requests; an ingest would wait a minute and five more, and ask again.
    expect(waits).toHaveLength(6);
  });

  it('tells a reply without rows from no reply, and a refusal from both', async () => {
    const empty = await ask([OKX], [{ fault: { kind: 'empty' }, venue: 'okx', path: /candle/ }]);
    expect(empty.served[0]?.gaps.map(({ kind, range: part }) => [kind, part])).toEqual([['no-row', range]]);
    const refused = await ask([OKX], [{ fault: { kind: 'geo-block' }, venue: 'okx' }]);
    expect(refused.served[0]?.gaps).toMatchObject([{ kind: 'unanswered', isRefused: true }]);
  });

  it('takes other minutes than those asked for as no answer', async () => {
    const { served } = await ask([OKX], [{ fault: { kind: 'wrong-range' }, path: /candle/ }]);
    expect(served[0]?.gaps).toMatchObject([{ kind: 'unanswered', cause: expect.stringMatching(/instead/) as string }]);
    expect(rows(served[0] as ServedBook)).toBe(0);
  });

  it('marks a minute whose row cannot be used, and no other', async () => {
    const { served } = await ask([BINANCE], [{ fault: { kind: 'broken-row' }, path: /kline/ }]);
    const [binance] = served;
    // The middle one of ten rows.
    expect([...(binance?.candles.answered ?? [])]).toEqual([1, 1, 1, 1, 1, 2, 1, 1, 1, 1]);
    expect(binance?.setAside.size).toBe(1);
    expect(binance?.gaps).toEqual([]);
  });

  it('does not serve a market that the venue does not list', async () => {
    const { served } = await ask([bookOf('okx', 'DAI')], []);
    expect(served[0]?.gaps).toEqual([
      { range, kind: 'not-served', cause: 'the venue does not list it now', isRefused: false },
    ]);
  });

  it('asks nobody for a file', async () => {
    expect([canBeAsked('file'), canBeAsked('rest'), canBeAsked('simulated-archive')]).toEqual([false, true, true]);
    await expect(askAgain([bookOf('okx', 'USDT', 'file')], { now: Date.now })).rejects.toThrow(RangeError);
  });
});
