import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { nameOf, type Asset, type Market, type Venue } from '../../domain/market';
import { minuteAt, minuteRange, plus, type Minute } from '../../domain/minute';
import { crash as crashScenario } from '../../simulator/testing/crash';
import { candleAt } from '../../simulator/scenario';
import { startSimulator, type Simulator } from '../../simulator/server';
import { memoryLedger, type MemoryLedger } from '../testing/memoryLedger';
import { virtualClock } from '../testing/virtualClock';
import { follow } from './follow';
import type { FollowedVenue } from './followedVenue';

const CANDLES = /kline|candle|OHLC/i;
const at = (time: string): number => Date.parse(`2025-10-10T${time}Z`);
const minute = (time: string): Minute => minuteAt(at(time));

const scenario = crashScenario();
let nowMs: () => number = () => NaN;
let simulator: Simulator;
beforeAll(async () => {
  simulator = await startSimulator({ scenario, nowMs: () => nowMs() });
});
afterEach(() => {
  simulator.setFaults([]);
});
afterAll(() => simulator.close());

/** Follows ATOM at one venue by a virtual clock. `rows`: what of a candle reply's rows passes. */
async function followed(
  venue: string,
  from: string,
  to: string,
  rows?: (rows: readonly unknown[], url: string) => readonly unknown[],
): Promise<{
  readonly ledger: MemoryLedger;
  readonly shown: readonly FollowedVenue[];
  readonly lines: readonly string[];
}> {
  const clock = virtualClock(at(from), at(to), 1);
  nowMs = clock.now;
  const [ledger, shown, lines] = [memoryLedger(), [] as FollowedVenue[], [] as string[]];
  const filtered: typeof fetch = async (input, init) => {
    const response = await fetch(input, init);
    const url = input instanceof Request ? input.url : String(input);
    if (rows === undefined || !CANDLES.test(url)) return response;
    const list = (await response.json()) as readonly unknown[];
    return Response.json(rows(list, url), { headers: { date: response.headers.get('date') ?? '' } });
  };
  await follow(
    { assets: ['ATOM' as Asset], venues: [venue as Venue], kinds: ['spot'], source: 'simulated', everyMinutes: 1 },
    {
      ledger,
      now: clock.now,
      origin: simulator.origin,
      patience: clock.patience,
      signal: clock.signal,
      fetch: filtered,
      onVenue: (one) => shown.push(one),
      onLine: (line) => lines.push(line),
    },
  );
  return { ledger, shown, lines };
}

const marketOf = (ledger: MemoryLedger, pair: string): Market => {
  const market = ledger.answers.map((answer) => answer.market).find((one) => nameOf(one) === pair);
  if (market === undefined) throw new Error(`${pair} was not followed`);
  return market;
};

/** Minutes recorded as without a trade in which the simulator traded. */
const misread = (ledger: MemoryLedger): readonly string[] =>
  [...new Map(ledger.answers.map(({ market }) => [nameOf(market), market])).values()].flatMap((market) => {
    const simulated = scenario.markets.find((one) => nameOf(one) === nameOf(market));
    if (simulated === undefined) throw new Error('not simulated');
    const columns = scenario.candles(simulated);
    const { asked, candles } = ledger.book(market);
    return asked.flatMap(({ from, to }) =>
      Array.from({ length: to - from }, (_, i) => plus(from, i))
        .filter((one) => !candles.has(one) && candleAt(columns, one - scenario.range.from) !== undefined)
        .map((one) => `${nameOf(market)} ${String(one)}`),
    );
  });

/** Coinbase's rows begin with their time in seconds. */
const openOf = (row: unknown): Minute => minuteAt((Array.isArray(row) ? Number(row[0]) : NaN) * 1_000);

describe('a followed venue that omits minutes without a trade', () => {
  it('leaves a silence unproven until a row comes, and then it is no trade: one request a round all the while', async () => {
    const quiet = minuteRange(minute('21:12'), minute('21:40'));
    const before = simulator.requests.length;
    const { ledger, shown, lines } = await followed('coinbase', '21:10:30', '21:45:30', (rows, url) =>
      url.includes('/ATOM-USD/') ? rows.filter((row) => openOf(row) < quiet.from || openOf(row) >= quiet.to) : rows,
    );
    const market = marketOf(ledger, 'coinbase ATOM/USD');
    const recorded = ledger.answers.filter((answer) => answer.market === market && answer.asked.to > quiet.from);
    // Nothing is said of it before the row of 21:40 is there.
    expect(recorded[0]?.candles.map((candle) => candle.minute)).toContain(minute('21:40'));
    expect(ledger.book(market).asked).toEqual([minuteRange(minute('20:10'), minute('21:45'))]);
    expect(lines).toEqual([]);
    const during = shown.filter(({ note }) => note.includes('no row since: ATOM/USD 2025-10-10T21:12Z'));
    expect(during.length).toBeGreaterThan(15);
    expect(shown.at(-1)?.note).toBe('');
    const asked = simulator.requests.slice(before).filter(({ path }) => path.includes('/ATOM-USD/candles'));
    expect(asked.length).toBe(36);
  });

  it('answering without a row for twenty minutes of the crash: they are filled as soon as rows come again', async () => {
    simulator.setFaults([
      { fault: { kind: 'empty' }, path: CANDLES, during: { fromMs: at('21:15:00'), toMs: at('21:35:00') } },
    ]);
    const { ledger, lines } = await followed('coinbase', '21:10:30', '21:40:30');
    expect(misread(ledger)).toEqual([]);
    expect(lines).toEqual([]);
    const market = marketOf(ledger, 'coinbase ATOM/USD');
    expect(ledger.book(market).asked).toEqual([minuteRange(minute('20:10'), minute('21:40'))]);
  });
});

describe('a followed venue that fills minutes without a trade', () => {
  it('is not believed a silence: the minutes are given up, named and noted in the ledger', async () => {
    const quiet = minuteRange(minute('21:12'), minute('21:15'));
    const { ledger, lines } = await followed('binance', '21:10:30', '21:40:30', (rows, url) =>
      url.includes('symbol=ATOMUSDT')
        ? rows.filter((row) => {
            const open = minuteAt(Array.isArray(row) ? Number(row[0]) : NaN);
            return open < quiet.from || open >= quiet.to;
          })
        : rows,
    );
    const market = marketOf(ledger, 'binance ATOM/USDT');
    for (const { from, to } of ledger.book(market).asked) expect(to <= quiet.from || from >= quiet.to).toBe(true);
    expect(lines).toEqual([
      expect.stringMatching(
        /^Binance ATOM\/USDT, 2025-10-10T21:12Z to 2025-10-10T21:15Z: answered without a row, although/,
      ),
    ]);
    expect(ledger.attempts.at(-1)).toMatchObject({ asked: quiet, outcome: 'failed' });
  });
});
