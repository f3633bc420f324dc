import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { instant } from '../../domain/instant';
import type { LongerAnswer } from '../../domain/longerCandle';
import { provenanceOf } from '../replies/provenance';
import { ASKED_AT, at, ATOM, candle, range } from '../testing/testAnswers';
import { freshDatabase, type FreshDatabase } from '../testing/testDatabase';
import { longerCandlesOf, longerSourcesOf, type StoredTimeframe } from './longerCandles';
import { longerLedgerOf } from './longerLedger';

let db: FreshDatabase;
beforeAll(async () => {
  db = await freshDatabase('real');
});
afterAll(() => db.drop());
beforeEach(() => db.pool.query('TRUNCATE market, longer_candle, quarantine, reply'));

const HOURS = range(1_200, 1_380);
const answer = (shape: Partial<LongerAnswer> = {}): LongerAnswer => ({
  market: ATOM,
  source: 'rest',
  timeframe: '1h',
  asked: HOURS,
  candles: [candle(at(1_200), 4), candle(at(1_260), 3, { low: 0.001, trades: 7 })],
  quarantined: [],
  askedAtMs: ASKED_AT,
  provenance: [],
  ...shape,
});

const ledger = (): ReturnType<typeof longerLedgerOf> => longerLedgerOf(db);
const storedTimeframes = async (asOfMs?: number): Promise<readonly StoredTimeframe[]> => {
  const options = { range: HOURS, asOf: asOfMs === undefined ? undefined : instant(asOfMs) };
  const sources = await longerSourcesOf(db, ATOM.base, options);
  return (await Promise.all(sources.map((source) => longerCandlesOf(db, source, options)))).flat();
};
/** The lows reported of each candle, oldest first; null: none. */
const lows = async (asOfMs?: number): Promise<unknown> =>
  (await storedTimeframes(asOfMs)).flatMap(({ candles }) =>
    candles.map(({ observations }) => observations.map(({ said }) => said?.low ?? null)),
  );

describe('longer candles', () => {
  it('are kept as they were given, the one the venue does not have as none, and nothing is asked twice', async () => {
    expect(await ledger().record([answer()])).toEqual({ added: 3, unchanged: 0, revised: 0 });
    expect(await lows()).toEqual([[4], [0.001], [null]]);
    expect((await storedTimeframes())[0]?.candles[1]?.observations[0]).toEqual({
      observedAtMs: ASKED_AT,
      said: {
        open: 3,
        high: 3,
        low: 0.001,
        close: 3,
        baseVolume: 10,
        quoteVolume: NaN,
        trades: 7,
      },
    });
    expect(await ledger().answered(ATOM, 'rest', '1h', range(0, 1_440))).toEqual([HOURS]);
    expect(await ledger().answered(ATOM, 'rest', '5m', HOURS)).toEqual([]);
    expect(await ledger().answered(ATOM, 'archive', '1h', HOURS)).toEqual([]);
  });

  it('said again alike change nothing; said otherwise, both stand, and the past is as it was', async () => {
    await ledger().record([answer()]);
    expect(await ledger().record([answer({ askedAtMs: ASKED_AT + 1_000 })])).toEqual({
      added: 0,
      unchanged: 3,
      revised: 0,
    });
    const edited = [candle(at(1_200), 4), candle(at(1_260), 3, { low: 1.5, trades: 7 })];
    expect(await ledger().record([answer({ candles: edited, askedAtMs: ASKED_AT + 2_000 })])).toEqual({
      added: 0,
      unchanged: 2,
      revised: 1,
    });
    expect(await lows()).toEqual([[4], [0.001, 1.5], [null]]);
    expect(await lows(ASKED_AT + 1_999)).toEqual([[4], [0.001], [null]]);
    expect(await lows(ASKED_AT - 1)).toEqual([]);
  });

  it('said otherwise in the same millisecond are both kept', async () => {
    await ledger().record([answer({ candles: [candle(at(1_200), 4)] })]);
    await ledger().record([answer({ candles: [candle(at(1_200), 5)] })]);
    expect(await lows()).toEqual([[4, 5], [null], [null]]);
  });

  it('whose earlier answer arrives late take it in its place', async () => {
    const [now, before] = [[candle(at(1_260), 3)], [candle(at(1_260), 2)]];
    await ledger().record([answer({ asked: range(1_260, 1_320), candles: now })]);
    await ledger().record([answer({ asked: range(1_260, 1_320), candles: before, askedAtMs: ASKED_AT - 1_000 })]);
    expect(await lows()).toEqual([[2, 3]]);
  });

  it('recorded by several at once are kept once', async () => {
    const all = await Promise.all(
      Array.from({ length: 4 }, (_, i) => ledger().record([answer({ askedAtMs: ASKED_AT + i })])),
    );
    expect(await lows()).toEqual([[4], [0.001], [null]]);
    expect(all.reduce((sum, { added }) => sum + added, 0)).toBeGreaterThanOrEqual(3);
  });

  it('that break the invariant go into quarantine and are asked again', async () => {
    const bad = { minute: at(1_260), reason: '1h candle: low above high', raw: '[]' };
    await ledger().record([answer({ candles: [candle(at(1_200), 4)], quarantined: [bad] })]);
    expect(await ledger().answered(ATOM, 'rest', '1h', HOURS)).toEqual([range(1_200, 1_260), range(1_320, 1_380)]);
    const { rows } = await db.pool.query('SELECT reason FROM quarantine');
    expect(rows).toEqual([{ reason: bad.reason }]);
  });

  it('keep their replies, which are none of the minutes', async () => {
    const provenance = [
      {
        address: 'https://a/?interval=1h',
        receivedAtMs: ASKED_AT,
        sha256: 'f'.repeat(64),
        reader: 'ccxt',
        body: Buffer.from('[]'),
      },
    ];
    await ledger().record([answer({ provenance })]);
    const { rows } = await db.pool.query('SELECT timeframe, address FROM reply');
    expect(rows).toEqual([{ timeframe: '1h', address: 'https://a/?interval=1h' }]);
    expect(await provenanceOf(db, { range: HOURS })).toEqual([]);
  });
});
