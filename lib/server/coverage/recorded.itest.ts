import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { coverageAnswer, type MarketCoverage } from '../../api/coverage';
import { coverage } from './coverage';
import type { FreshDatabase } from '../../store/testing/testDatabase';
import type { Context } from '../context';
import { asset, recorded } from '../testing/recorded';
import { strictly } from '../../api/testing/strictly';

let db: FreshDatabase;
let context: Context;
beforeAll(async () => {
  ({ db, context } = await recorded());
});
afterAll(() => db.drop());

describe('how a market was kept', () => {
  const markets = async (code: string): Promise<readonly MarketCoverage[]> => {
    const outcome = await coverage(context, asset(code), { kept: true });
    if (!outcome.ok) throw new Error(outcome.message);
    return strictly(coverageAnswer)
      .parse(outcome.value)
      .assets.flatMap(({ markets: all }) => all);
  };

  it('is reported day by day: answered, traded, no trade, asked for and not answered by its outcome; days of nothing are left out', async () => {
    const [sol] = await markets('SOL');
    expect(sol?.kept?.days).toEqual({
      day: ['2025-10-10', '2025-10-11', '2025-10-12'],
      answered: [10, 10, 0],
      traded: [1, 0, 0],
      noTrade: [9, 10, 0],
      moved: [0, 0, 0],
      setAside: [0, 0, 0],
      refused: [0, 0, 1],
      failed: [0, 10, 10],
      notServed: [30, 0, 0],
      quarantined: [0, 0, 0],
      revised: [0, 0, 0],
    });
  });

  it('has a share of the minutes between its first and its last answer, and the times it was asked', async () => {
    const [sol] = await markets('SOL');
    expect(sol?.kept).toMatchObject({
      span: { from: '2025-10-10T23:50Z', to: '2025-10-11T00:20Z' },
      firstAsked: '2026-01-01T00:00Z',
      lastAsked: '2026-01-01T00:01Z',
    });
    expect(sol?.kept?.answeredShare).toBeCloseTo(20 / 30, 12);
  });

  it('names what was asked for and not answered with its cause, less what was answered', async () => {
    const [sol] = await markets('SOL');
    expect(sol?.kept?.inVain.map(({ from, to, outcome, cause }) => [from, to, outcome, cause])).toEqual([
      ['2025-10-10T23:20Z', '2025-10-10T23:50Z', 'not-served', 'older than its 720 newest candles'],
      ['2025-10-11T23:50Z', '2025-10-12T00:10Z', 'failed', 'HTTP 503 five times'],
      ['2025-10-12T00:20Z', '2025-10-12T00:21Z', 'refused', 'HTTP 451'],
    ]);
  });

  it('is reported for each source of a market apart, with its quarantined rows and revised minutes', async () => {
    expect(
      (await markets('ATOM')).map(({ source, kept }) => [source, kept?.days.answered, kept?.days.revised]),
    ).toEqual([
      ['archive', [5], [0]],
      ['rest', [10], [1]],
      ['ui', [8], [0]],
    ]);
    const [xrp] = await markets('XRP');
    expect([xrp?.answeredMinutes, xrp?.kept?.days.quarantined, xrp?.kept?.days.revised]).toEqual([2, [1], [1]]);
  });

  it('is left out where nobody asks for it', async () => {
    const outcome = await coverage(context, asset('ATOM'));
    expect(outcome.ok && outcome.value.assets[0]?.markets.map((one) => 'kept' in one)).toEqual([false, false, false]);
  });
});
