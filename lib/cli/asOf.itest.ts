import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DeviationsAnswer } from '../api/deviations';
import { takingPart } from '../api/takingPart';
import { formatInstant, instant } from '../domain/instant';
import type { Asset, Venue } from '../domain/market';
import { minuteAt, minuteRange } from '../domain/minute';
import { ingest, type IngestReport } from '../ingest/run/ingest';
import { crashScenario } from '../simulator/crash/scenario';
import { startSimulator, type Simulator } from '../simulator/server';
import type { Database } from '../store/connection/database';
import { ledgerOf } from '../store/ledger/ledger';
import { freshDatabase, type FreshDatabase } from '../store/testing/testDatabase';
import { databaseUrls, readyDatabase, type DatabaseUrls } from '../store/connection/urls';
import { commandLine } from './testing/commandLine';

const EDITED = minuteAt(Date.UTC(2025, 9, 10, 21, 20));
const WINDOW = minuteRange(minuteAt(Date.UTC(2025, 9, 10, 21)), minuteAt(Date.UTC(2025, 9, 10, 22)));
const LATER = minuteRange(WINDOW.to, minuteAt(Date.UTC(2025, 9, 10, 23)));
const VENUES = ['binance', 'okx', 'bybit', 'coinbase', 'bitstamp'].map((id) => id as Venue);
/** Some moments at which the exchanges are asked. */
const [FIRST, SECOND, THIRD] = [Date.UTC(2026, 0, 1, 10, 0, 0, 250), Date.UTC(2026, 0, 1, 10, 5), Date.UTC(2026, 0, 2)];

const DAY = ['--from', '2025-10-10T00:00Z', '--to', '2025-10-11T00:00Z'];
const folder = mkdtempSync(join(tmpdir(), 'plumbline as of '));

let simulator: Simulator;
/** The user's database, and the rehearsal beside it that the command line opens. */
let real: FreshDatabase;
let rehearsal: Database;
let urls: DatabaseUrls;

const asked = (now: number, window: typeof WINDOW, mode?: 'recheck'): Promise<IngestReport> =>
  ingest(
    {
      assets: ['ATOM' as Asset],
      venues: VENUES,
      windows: [window],
      source: 'simulated',
      ...(mode === undefined ? {} : { mode }),
    },
    { ledger: ledgerOf(rehearsal), now: () => now, origin: simulator.origin, throttle: false },
  );

async function analysed(...more: readonly string[]): Promise<DeviationsAnswer> {
  const ran = await commandLine(
    urls.real,
    'analyze',
    'ATOM',
    '--from',
    '2025-10-10T21:00Z',
    '--to',
    '2025-10-10T23:00Z',
    '--json',
    '--rehearsal',
    ...more,
  );
  expect(ran).toMatchObject({ code: 0 });
  return JSON.parse(ran.stdout) as DeviationsAnswer;
}

/** The stored candles, as `candles` writes them. */
async function written(name: string, ...more: readonly string[]): Promise<string> {
  const file = join(folder, name);
  expect(await commandLine(urls.real, 'candles', 'ATOM', ...DAY, '--csv', file, '--rehearsal', ...more)).toMatchObject({
    code: 0,
  });
  return readFileSync(file, 'utf8');
}

beforeAll(async () => {
  simulator = await startSimulator({ scenario: crashScenario() });
  real = await freshDatabase('real');
  urls = await databaseUrls({ DATABASE_URL: real.url }, () => undefined);
  rehearsal = await readyDatabase(urls, 'rehearsal');
});
afterAll(async () => {
  await rehearsal.close();
  await real.pool.query(`DROP DATABASE IF EXISTS ${new URL(urls.rehearsal).pathname.slice(1)} WITH (FORCE)`);
  await real.drop();
  await simulator.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('a candle that its venue edits after the fact', () => {
  it('becomes a revision when it is asked again; the analysis, the candles and the revisions as of before are the old ones to the bit', async () => {
    await asked(FIRST, WINDOW);
    const before = await analysed();
    const writtenBefore = await written('before.csv');
    expect(before.episodes[0]).toMatchObject({ venue: 'binance', peakMinute: '2025-10-10T21:20Z' });

    // Minutes beside those known already, within the same hour: they were not known before they were asked.
    await asked(SECOND, LATER);
    simulator.setFaults([{ fault: { kind: 'edited-candle', minute: EDITED, factor: 0.9 }, venue: 'coinbase' }]);
    const report = await asked(THIRD, WINDOW, 'recheck');
    simulator.setFaults([]);
    expect(JSON.stringify(report)).toContain('differ');

    const revised = await commandLine(urls.real, 'revisions', 'ATOM', '--rehearsal', '--json');
    expect(revised.stdout).toContain('2025-10-10T21:20Z');
    expect((await analysed()).digest).not.toBe(before.digest);
    expect(await written('now.csv')).not.toBe(writtenBefore);

    const then = ['--as-of', formatInstant(instant(FIRST))];
    expect(await analysed(...then)).toEqual(before);
    expect(await written('then.csv', ...then)).toBe(writtenBefore);
    const revisedThen = await commandLine(urls.real, 'revisions', 'ATOM', '--rehearsal', '--json', ...then);
    expect(JSON.parse(revisedThen.stdout)).toMatchObject({
      asOf: '2026-01-01T10:00:00.250Z',
      revised: 0,
      revisions: [],
    });
    expect(
      await commandLine(
        urls.real,
        'candles',
        'ATOM',
        ...DAY,
        '--csv',
        join(folder, 'never.csv'),
        '--rehearsal',
        '--as-of',
        '2025-12-31T23:59Z',
      ),
    ).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('no data for ATOM as known at 2025-12-31T23:59Z') as string,
    });
    const between = await analysed('--as-of', formatInstant(instant(SECOND)));
    expect(between.digest).not.toBe(before.digest);
    expect(takingPart(between.markets).every(({ notFetched }) => notFetched === 0)).toBe(true);
  });
});

/** What is asked as of a moment that has not come: the answer could be another by then. */
describe('a moment that is still to come', () => {
  const TO_COME = '2999-01-31T08:15Z';
  const HOUR = ['--from', '2025-10-10T21:00Z', '--to', '2025-10-10T22:00Z'];

  it.each([
    ['analyze', 'ATOM', ...HOUR],
    ['scorecard', 'ATOM', ...HOUR],
    ['scan', ...HOUR],
    ['lows', ...HOUR],
    ['contagion', 'ATOM', ...HOUR],
    ['marks', 'WBETH', '--venue', 'binance', ...HOUR],
    ['candles', 'ATOM', ...HOUR, '--csv', join(folder, 'to come.csv')],
    ['revisions', 'ATOM'],
  ])('is refused by %s', async (...line) => {
    expect(await commandLine(urls.real, ...line, '--rehearsal', '--as-of', TO_COME)).toMatchObject({
      code: 2,
      stdout: '',
      stderr: expect.stringContaining(`"${TO_COME}" is in the future`) as string,
    });
  });

  it.each([
    ['/ATOM', '--png'],
    ['/ATOM/2025-10-10T21:20Z', '--csv'],
    ['/ATOM', '--bundle'],
    ['/lows', '--json'],
    ['/compare', '--csv'],
  ])('is refused where %s is exported by %s', async (page, form) => {
    const more = page === '/compare' ? '&markets=binance:ATOM/USDT,okx:ATOM/USDT' : '';
    const address = `${page}?from=2025-10-10T21:00Z&to=2025-10-10T22:00Z&asOf=${TO_COME}${more}`;
    expect(await commandLine(urls.real, 'export', address, form, join(folder, 'to come'), '--rehearsal')).toMatchObject(
      { code: 2, stderr: expect.stringContaining(`"${TO_COME}" is in the future`) as string },
    );
  });
});

describe('a window that is not over', () => {
  const notesOf = async (address: string): Promise<string> => {
    const file = join(folder, 'not over.json');
    expect(await commandLine(urls.real, 'export', address, '--json', file, '--rehearsal')).toMatchObject({ code: 0 });
    return (JSON.parse(readFileSync(file, 'utf8')) as DeviationsAnswer).notes.join(' ');
  };
  const NOTE = 'Some of these minutes are still to come: they count as not fetched.';

  it('says so, of a window and of a minute', async () => {
    expect(await notesOf('/ATOM?from=2998-12-31T12:00Z&to=2999-01-01T12:00Z')).toContain(NOTE);
    expect(await notesOf('/ATOM/2998-12-31T12:00Z')).toContain(NOTE);
    expect(await notesOf('/ATOM?from=2025-10-10T21:00Z&to=2025-10-10T22:00Z')).not.toContain(NOTE);
  });

  it.each([['scan'], ['lows'], ['scorecard', 'ATOM']])('says so where %s is asked of it', async (...line) => {
    const notes = async (from: string, to: string): Promise<string> => {
      const ran = await commandLine(urls.real, ...line, '--from', from, '--to', to, '--json', '--rehearsal');
      return (JSON.parse(ran.stdout) as DeviationsAnswer).notes.join(' ');
    };
    expect(await notes('2025-10-10T21:00Z', '2025-10-10T22:00Z')).not.toContain(NOTE);
    expect(await notes('2998-12-31T12:00Z', '2999-01-01T12:00Z')).toContain(NOTE);
  });
});
