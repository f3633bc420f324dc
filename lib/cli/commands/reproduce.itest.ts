import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { reproduction, type ReproducedMarket, type Reproduction } from '../../api/reproduction';
import { openDatabase } from '../../store/connection/database';
import { crash } from '../../simulator/testing/crash';
import { fieldAt, listed } from '../../simulator/testing/quotes';
import type { FaultPlan } from '../../simulator/faults';
import { startSimulator, type Simulator } from '../../simulator/server';
import { at } from '../../store/testing/testAnswers';
import type { Ran } from '../testing/commandLine';
import { contentsOf } from '../../torture/contents';
import { refusal, storedAtom, VIEW, type StoredAtom } from '../testing/storedAtom';

/** Where the simulator is that a command finds: what has happened since the candles were stored. */
const playing = { origin: '' };
vi.mock(import('../../processes/simulatorChild'), () => ({
  startSimulatorChild: () => Promise.resolve({ origin: playing.origin, close: () => Promise.resolve() }),
}));

let stored: StoredAtom;
let simulator: Simulator;
beforeAll(async () => {
  stored = await storedAtom();
  simulator = await startSimulator({ scenario: crash() });
  playing.origin = simulator.origin;
  for (const [venues, sources] of [
    ['bybit,coinbase,gate,okx', 'rest'],
    ['binance', 'archive'],
    ['kraken', 'trades'],
  ] as const) {
    const ran = await stored.run('ingest', 'ATOM', '--venues', venues, '--sources', sources, ...TIMES, '--rehearsal');
    expect([ran.code, ran.stderr]).toEqual([0, expect.any(String)]);
  }
});
afterEach(() => {
  simulator.setFaults([]);
  playing.origin = simulator.origin;
});
afterAll(async () => {
  await simulator.close();
  await stored.drop();
});

const CANDLES = /kline|candle|OHLC/i;
const TIMES = ['--from', '2025-10-10T21:15Z', '--to', '2025-10-10T21:30Z'];
const WINDOW = '/ATOM?v=3&m=2&from=2025-10-10T21:15Z&to=2025-10-10T21:30Z';
const MINUTE = '/ATOM/2025-10-10T21:22Z?v=3&m=2&from=2025-10-10T21:15Z&to=2025-10-10T21:30Z';
const EDITED = at('2025-10-10T21:22Z');

function run(faults: FaultPlan, ...argv: readonly string[]): Promise<Ran> {
  simulator.setFaults(faults);
  return stored.run('reproduce', ...argv, '--rehearsal');
}

async function found(faults: FaultPlan, address: string): Promise<Reproduction & { readonly code: number }> {
  const { code, stdout } = await run(faults, address, '--json');
  return { ...reproduction.parse(JSON.parse(stdout)), code };
}

const booksOf = ({ markets }: Reproduction): readonly ReproducedMarket[] =>
  markets.filter(({ role }) => role === 'book');
const legsOf = ({ markets }: Reproduction): readonly ReproducedMarket[] =>
  markets.filter(({ role }) => role === 'rate-leg');

/** Of those that stand for a venue. */
const outcomes = (answer: Reproduction): Readonly<Record<string, string>> =>
  Object.fromEntries(booksOf(answer).map(({ venue, outcome }) => [venue, outcome]));

/** Of the markets on which rates rest, those that are not the same. */
const otherLegs = (answer: Reproduction): readonly (readonly string[])[] =>
  legsOf(answer)
    .filter(({ outcome }) => outcome !== 'same')
    .map(({ venue, market, outcome }) => [venue, market, outcome]);

function of(answer: Reproduction, venue: string): ReproducedMarket {
  const market = answer.markets.find((one) => one.venue === venue);
  if (market === undefined) throw new Error(`nothing of ${venue}`);
  return market;
}

const SAME = { binance: 'same', bybit: 'same', coinbase: 'same', gate: 'same', kraken: 'same', okx: 'same' };

/** Everything that is stored, replies too. */
async function everything(): Promise<unknown> {
  const url = new URL(stored.db.url);
  url.pathname += '_rehearsal';
  const db = openDatabase(url.href);
  try {
    const { rows } = await db.pool.query(
      'SELECT (SELECT count(*)::int FROM reply) AS replies, (SELECT max(updated_at) FROM ingest_progress) AS progress',
    );
    return [await contentsOf(db), rows];
  } finally {
    await db.close();
  }
}

describe('reproduce', () => {
  it('finds the same rows by each road on which they came', async () => {
    const answer = await found([], WINDOW);
    expect([answer.code, answer.same, outcomes(answer)]).toEqual([0, true, SAME]);
    expect(answer).toMatchObject({ simulated: true, asset: 'ATOM', asOf: null, from: '2025-10-10T21:15Z' });
    expect(booksOf(answer).map(({ source, minutes }) => [source, minutes.asked, minutes.same])).toEqual(
      ['-archive', '', '', '', '-trades', ''].map((road) => [`simulated${road}`, 15, 15]),
    );
    // OKX counts no trades, Coinbase sends no quote volume either: what is not said is not compared.
    const prices = ['open', 'high', 'low', 'close', 'baseVolume'];
    expect(of(answer, 'binance').compared).toEqual([...prices, 'quoteVolume', 'trades']);
    expect(of(answer, 'okx').compared).toEqual([...prices, 'quoteVolume']);
    expect(of(answer, 'coinbase').compared).toEqual(prices);
  });

  it('asks for one minute alone where the address is a minute’s', async () => {
    const { code, stdout } = await run([], MINUTE);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^SIMULATED prices\. .*\n.*, 2025-10-10T21:22Z, requested again at \S+:\n/);
    expect(stdout).toContain(
      'Binance ATOM/USDT (simulated official archive): same row (open, high, low, close, base volume, quote volume, trades)\n',
    );
    expect(stdout).toMatch(
      /\n6 markets: 6 same\.\nMarkets of the rates to USD, 2025-10-10T21:20Z to 2025-10-10T21:25Z:\n\d+ markets: \d+ same\.\n$/,
    );
  });

  it('shows both rows of a candle that was edited since, with the replies they were read from, and stores nothing', async () => {
    const before = await everything();
    const edited: FaultPlan = [{ fault: { kind: 'edited-candle', minute: EDITED, factor: 0.5 }, venue: 'okx' }];
    const answer = await found(edited, WINDOW);
    expect([answer.code, answer.same, outcomes(answer)]).toEqual([3, false, { ...SAME, okx: 'differs' }]);
    const market = of(answer, 'okx');
    expect(market.minutes).toMatchObject({ asked: 15, same: 14, differs: 1 });
    const book = listed(crash(), 'okx', 'ATOM/USDT');
    const [open, high, low, close] = (['open', 'high', 'low', 'close'] as const).map((field) =>
      fieldAt(crash(), book, EDITED, field),
    );
    expect(market.differences).toMatchObject([
      {
        minute: '2025-10-10T21:22Z',
        outcome: 'differs',
        fields: ['low', 'close'],
        stored: { open, high, low, close },
        served: { open, high, low: Number(low) / 2, close: Number(close) / 2 },
      },
    ]);
    const [{ storedFrom, servedFrom } = { storedFrom: null, servedFrom: null }] = market.differences;
    expect(storedFrom?.sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(servedFrom?.sha256).not.toBe(storedFrom?.sha256);
    expect([storedFrom?.received ?? '', answer.asked].sort()).toEqual([storedFrom?.received, answer.asked]);
    expect(await everything()).toEqual(before);
    expect((await run(edited, MINUTE)).stdout).toMatch(
      /\nOKX ATOM\/USDT \(simulated REST klines\): differs\n {2}2025-10-10T21:22Z: low, close differ\n {4}stored {6}open .*, low 2\.049, .* from a reply of \S+, SHA-256 [0-9a-f]{64}\n {4}served now {2}open .*, low 1\.0245, /,
    );
  });

  it('reads a venue’s archive again, where a file may have been uploaded anew', async () => {
    const answer = await found(
      [{ fault: { kind: 'edited-candle', minute: EDITED, factor: 0.5 }, venue: 'archive' }],
      MINUTE,
    );
    expect([answer.code, outcomes(answer)]).toEqual([3, { ...SAME, binance: 'differs' }]);
    const low = fieldAt(crash(), listed(crash(), 'binance', 'ATOM/USDT'), EDITED, 'low');
    expect(of(answer, 'binance').differences).toMatchObject([{ stored: { low }, served: { low: low / 2 } }]);
  });

  it('asks for the markets on which rates rest, in the minutes that the rates reach, apart from the books of the view', async () => {
    const answer = await found([], WINDOW);
    // A book a venue first, whatever lends it a rate behind them.
    expect(answer.markets.map(({ role }) => role)).toEqual(
      [...booksOf(answer), ...legsOf(answer)].map(({ role }) => role),
    );
    const legs = legsOf(answer);
    for (const { from, to, outcome, minutes, venue, market } of legs) {
      // Two minutes to each side would be smoothed over, but are not stored: no rate rests on them.
      expect([from, to, outcome, minutes.asked]).toEqual(['2025-10-10T21:15Z', '2025-10-10T21:30Z', 'same', 15]);
      // ATOM is quoted in USD and USDT here: no leg of another quote is asked for. Coinbase's USDC book is its USD book's second name.
      expect(`${venue} ${market}`).toMatch(/^(\S+ ((BTC|ETH)\/USDT?|USDT\/USD)|coinbase (BTC|ETH)\/USDC)$/);
    }
    const named = legs.map(({ venue, market }) => `${venue} ${market}`);
    expect(named).toContain('okx BTC/USDT');
    expect(named).toContain('kraken BTC/USD');
    expect(new Set(named).size).toBe(named.length);
    const raw = await found([], `${WINDOW}&rate=none`);
    // Raw quotes are compared among the four books in USDT alone.
    expect([legsOf(raw), booksOf(raw).length]).toEqual([[], 4]);
  });

  it('tells a leg that was edited since: the view’s own books are the same, and the rates may be others', async () => {
    const edited: FaultPlan = [
      { fault: { kind: 'edited-candle', minute: EDITED, factor: 0.5 }, venue: 'okx', address: /BTC-USDT(?!-)/ },
    ];
    const answer = await found(edited, MINUTE);
    expect([answer.code, answer.same, outcomes(answer)]).toEqual([3, false, SAME]);
    expect(otherLegs(answer)).toEqual([['okx', 'BTC/USDT', 'differs']]);
    const close = fieldAt(crash(), listed(crash(), 'okx', 'BTC/USDT'), EDITED, 'close');
    const [leg] = legsOf(answer).filter(({ outcome }) => outcome === 'differs');
    expect(leg).toMatchObject({
      from: '2025-10-10T21:20Z',
      to: '2025-10-10T21:25Z',
      minutes: { asked: 5, same: 4, differs: 1 },
      differences: [
        { minute: '2025-10-10T21:22Z', fields: ['low', 'close'], stored: { close }, served: { close: close / 2 } },
      ],
    });
    expect((await run(edited, MINUTE)).stdout).toMatch(
      /\n6 markets: 6 same\.\nMarkets of the rates to USD, .*:\nOKX BTC\/USDT \(simulated REST klines\): 5 minutes: 4 same .*, 1 differs\n {2}2025-10-10T21:22Z: low, close differ\n.*\n.*\n\d+ markets: \d+ same, 1 differs\.\n$/,
    );
  });

  it('tells a leg that is not served any more', async () => {
    const without = crash().markets.filter(({ venue, base }) => venue !== 'okx' || base !== 'BTC');
    const delisted = await startSimulator({ scenario: { ...crash(), markets: without } });
    playing.origin = delisted.origin;
    const answer = await found([], MINUTE);
    await delisted.close();
    expect([answer.code, outcomes(answer)]).toEqual([3, SAME]);
    expect(otherLegs(answer).filter(([venue]) => venue === 'okx')).toEqual(otherLegs(answer));
    expect(otherLegs(answer)).toContainEqual(['okx', 'BTC/USDT', 'not-served']);
  });

  it('tells a venue that answers without the row', async () => {
    const answer = await found([{ fault: { kind: 'empty' }, venue: 'coinbase', path: CANDLES }], MINUTE);
    expect([answer.code, outcomes(answer)]).toEqual([3, { ...SAME, coinbase: 'not-served' }]);
    expect(of(answer, 'coinbase').differences).toMatchObject([
      {
        minute: '2025-10-10T21:22Z',
        outcome: 'not-served',
        served: null,
        stored: { low: fieldAt(crash(), listed(crash(), 'coinbase', 'ATOM/USD'), EDITED, 'low') },
      },
    ]);
  });

  it('tells a venue whose history no longer reaches that far: of Gate the latest 10,000 minutes', async () => {
    const later = await startSimulator({ scenario: crash(), nowMs: () => crash().nowMs + 8 * 86_400_000 });
    playing.origin = later.origin;
    const answer = await found([], WINDOW);
    await later.close();
    expect([answer.code, of(answer, 'gate').outcome, of(answer, 'binance').outcome]).toEqual([3, 'not-served', 'same']);
    expect(of(answer, 'gate')).toMatchObject({
      minutes: { asked: 15, notServed: 15 },
      differences: [],
      gaps: [
        {
          outcome: 'not-served',
          from: '2025-10-10T21:15Z',
          to: '2025-10-10T21:30Z',
          cause: 'its candle history covers only the last 10,000 minutes',
          mend: null,
        },
      ],
    });
  });

  it('tells a venue that lists the market no more', async () => {
    const without = crash().markets.filter(({ venue, base }) => venue !== 'okx' || base !== 'ATOM');
    const delisted = await startSimulator({ scenario: { ...crash(), markets: without } });
    playing.origin = delisted.origin;
    const { code, stdout } = await run([], MINUTE);
    await delisted.close();
    expect(code).toBe(3);
    expect(stdout).toMatch(
      /\nOKX ATOM\/USDT .*: not served now: the venue does not list it now\n {2}2025-10-10T21:22Z\n {4}stored {6}open .*\n {4}served now {2}no row\n6 markets: 5 same, 1 not served now\.\n/,
    );
  });

  it('names a venue that refuses with its mend, and asks the others', async () => {
    const { code, stdout } = await run([{ fault: { kind: 'geo-block' }, venue: 'okx' }], WINDOW);
    expect(code).toBe(3);
    expect(stdout).toMatch(
      /\nOKX ATOM\/USDT .*: 15 minutes: 15 without an answer: refused the request \(HTTP 451: .*\); run the same command again from a network the venue serves\n6 markets: 5 same, 1 without an answer\.\n/,
    );
  });

  it('tells minutes that are served and not stored', async () => {
    const answer = await found([], WINDOW.replace('21:30Z', '21:32Z'));
    expect([answer.code, of(answer, 'okx').outcome]).toEqual([3, 'not-stored']);
    expect(of(answer, 'okx')).toMatchObject({
      minutes: { asked: 17, same: 15, notStored: 2 },
      differences: [
        { minute: '2025-10-10T21:30Z', outcome: 'not-stored', stored: null, storedFrom: null },
        { minute: '2025-10-10T21:31Z', outcome: 'not-stored', stored: null, storedFrom: null },
      ],
    });
  });

  it('ends when it is stopped, with what it has', async () => {
    const asked = simulator.requests.length;
    const ran = run([{ fault: { kind: 'hang' }, venue: 'okx', path: CANDLES }], WINDOW);
    await vi.waitFor(
      () => {
        expect(simulator.requests.slice(asked).some(({ fault }) => fault === 'hang')).toBe(true);
      },
      { timeout: 60_000 },
    );
    process.emit('SIGINT');
    const { code, stdout } = await ran;
    expect(code).toBe(3);
    expect(stdout).toMatch(/\nOKX ATOM\/USDT .*: 15 without an answer: .*; run the same command again later\n/);
  });

  it('asks nobody for what came from a file', async () => {
    const { code, stdout, stderr } = await stored.run('reproduce', VIEW);
    expect([code, stderr]).toEqual([3, '']);
    expect(stdout).toContain('Binance ATOM/USD (imported file): not comparable; stored from a file');
    expect(stdout).toMatch(/\n4 markets: 4 not comparable\.\n$/);
  });

  it('refuses an asset, or a moment, of which nothing is stored', async () => {
    expect(refusal(await run([], WINDOW.replace('ATOM', 'SUI')))).toMatch(/SUI/);
    expect(refusal(await run([], `${WINDOW}&asOf=2020-01-01T00:00Z`))).toMatch(/ATOM/);
  });
});
