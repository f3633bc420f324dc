import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { revisionsAnswer, type RevisionsAnswer } from '../../api/revisions';
import type { Asset, Venue } from '../../domain/market';
import { parseRange, type MinuteRange } from '../../domain/minute';
import { TIMEFRAMES } from '../../domain/timeframe';
import { promised } from '../../domain/unit';
import { ingest, type IngestReport, type IngestRequest } from '../../ingest/run/ingest';
import { crashScenario } from '../../simulator/crash/scenario';
import type { Scenario } from '../../simulator/scenario';
import { startSimulator } from '../../simulator/server';
import { ledgerOf } from '../../store/ledger/ledger';
import { longerLedgerOf } from '../../store/longer/longerLedger';
import { freshDatabase, type FreshDatabase } from '../../store/testing/testDatabase';
import type { Context } from '../context';
import { revisions } from './revisions';
import { strictly } from '../../api/testing/strictly';

// The whole road: asked of the simulator's venues, stored, compared with the minutes.

/** A venue of each habit: fillers and omitted minutes, bounds and depths, days of UTC and of elsewhere. */
const VENUES = ['binance', 'okx', 'coinbase', 'kraken', 'bitget', 'gate', 'htx', 'upbit', 'gemini', 'bithumb'];
const ATOM = 'ATOM' as Asset;
const range = (from: string, to: string): MinuteRange => promised(parseRange(from, to));
/** The event's hours, up to the simulator's clock; and the whole day of it. */
const HOURS = range('2025-10-10T20:00Z', '2025-10-11T00:05Z');
const DAY = range('2025-10-10T00:00Z', '2025-10-11T00:00Z');

const scenario = crashScenario();
/** The same venues before Binance edited its candle. */
const unedited: Scenario = { ...scenario, edited: (_, __, candle) => candle };

let db: FreshDatabase;
let context: Context;
beforeAll(async () => {
  db = await freshDatabase('rehearsal');
  context = { database: db, simulated: true };
});
afterAll(() => db.drop());

interface Ran {
  readonly report: IngestReport;
  /** Of candles, by venue. */
  readonly requests: readonly string[];
}

async function run(of: Scenario, venues: readonly string[], more: Partial<IngestRequest> = {}): Promise<Ran> {
  const simulator = await startSimulator({ scenario: of });
  try {
    const report = await ingest(
      {
        assets: [ATOM],
        venues: venues as readonly Venue[],
        windows: [HOURS],
        source: 'simulated',
        roads: ['rest'],
        timeframes: TIMEFRAMES,
        ...more,
      },
      {
        ledger: ledgerOf(db),
        longerLedger: longerLedgerOf(db),
        now: () => scenario.nowMs,
        origin: simulator.origin,
        throttle: false,
      },
    );
    const requests = simulator.requests.filter(({ path }) => /kline|candle|ohlc/i.test(path)).map(({ venue }) => venue);
    return { report, requests };
  } finally {
    await simulator.close();
  }
}

async function answer(asset = ATOM): Promise<RevisionsAnswer> {
  const outcome = await revisions(context, { asset, range: HOURS, limit: 100 });
  if (!outcome.ok) throw new Error(outcome.message);
  return strictly(revisionsAnswer).parse(outcome.value);
}

describe('longer candles of ten venues', () => {
  let first: Ran;
  beforeAll(async () => {
    first = await run(scenario, VENUES);
    await run(scenario, ['binance', 'okx', 'htx'], { windows: [DAY], timeframes: ['1d'] });
  }, 120_000);

  it('are all what their minutes make but the one that was edited', async () => {
    const { timeframes, disagreeing, disagreements } = await answer();
    expect(new Set(timeframes.map(({ venue }) => venue))).toEqual(new Set(VENUES));
    expect(timeframes.filter(({ compared }) => compared === 0)).toEqual([]);
    expect(disagreeing).toBe(1);
    expect(disagreements).toMatchObject([
      {
        venue: 'binance',
        market: 'ATOM/USDT',
        source: 'simulated',
        timeframe: '1h',
        from: '2025-10-10T21:00Z',
        to: '2025-10-10T22:00Z',
        folded: { low: 0.001 },
        said: { low: 1.5 },
        fields: ['low'],
        price: 1499,
        stands: true,
      },
    ]);
    const ofBitcoin = await answer('BTC' as Asset);
    expect(new Set(ofBitcoin.timeframes.map(({ venue }) => venue))).toEqual(new Set(VENUES));
    expect(ofBitcoin.disagreements).toEqual([]);
  });

  it('of a day are asked only where it begins at 00:00 UTC', async () => {
    const days = (await answer()).timeframes.filter(({ timeframe }) => timeframe === '1d');
    expect(new Set(days.map(({ venue }) => venue))).toEqual(new Set(['binance', 'okx']));
    expect(days.filter(({ compared, agreeing }) => compared !== 1 || agreeing !== 1)).toEqual([]);
    expect(first.report.notes.filter((line) => line.includes('1d'))).toEqual([
      'HTX: its day is not known to begin at 00:00 UTC, so 1d candles were not requested',
      'Gemini: its day is not known to begin at 00:00 UTC, so 1d candles were not requested',
      'Bithumb: has no 1d candles',
    ]);
  });

  it('are stored once their whole span is over, and never before', async () => {
    const { rows } = await db.pool.query(
      'SELECT timeframe, max(open_minute) - $1::int AS last FROM longer_candle GROUP BY timeframe ORDER BY timeframe',
      [DAY.to],
    );
    // Five minutes after midnight the candle of 00:00 is over, but the venue may still write into it.
    expect(rows).toEqual([
      { timeframe: '15m', last: -15 },
      { timeframe: '1d', last: -1440 },
      { timeframe: '1h', last: -60 },
      { timeframe: '5m', last: -5 },
    ]);
  });

  it('are counted apart from the minutes', () => {
    expect(first.report.summary).toMatch(/minutes answered in all, [\d,]+ longer candles recorded/);
  });

  it('are not asked for a second time', async () => {
    const again = await run(scenario, ['binance', 'upbit', 'okx']);
    expect(again.requests).toEqual([]);
    expect(again.report.summary).toContain('0 longer candles recorded');
  });

  it('that say otherwise when asked again are kept beside what was said before', async () => {
    const { report } = await run(unedited, ['binance'], {
      mode: 'recheck',
      timeframes: ['1h'],
      windows: [range('2025-10-10T20:00Z', '2025-10-10T23:00Z')],
    });
    expect(report.summary).toMatch(/0 longer candles recorded, \d+ identical, 1 revised/);
    const { timeframes, disagreements } = await answer();
    expect(disagreements).toMatchObject([{ said: { low: 1.5 }, stands: false }]);
    expect(timeframes.filter(({ disagreeing }) => disagreeing > 0)).toEqual([]);
  });
});
