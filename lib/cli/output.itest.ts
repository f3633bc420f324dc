import {
  closeSync,
  existsSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { plus } from '../domain/minute';
import { ledgerOf } from '../store/ledger/ledger';
import { answer, candle, range, spot } from '../store/testing/testAnswers';
import { freshDatabase, type FreshDatabase } from '../store/testing/testDatabase';
import { commandLine } from './testing/commandLine';
import { commandProcess } from './testing/commandProcess';

const WINDOW = ['--from', '2025-10-10T00:00Z', '--to', '2025-10-11T00:00Z'];
const VIEW = '/ATOM?v=3&m=2&from=2025-10-10T00:00Z&to=2025-10-11T00:00Z';
const FULL = '/dev/full';
const hasFull = existsSync(FULL);

let db: FreshDatabase;
let folder: string;
const inFolder = (name: string): string => join(folder, name);

beforeAll(async () => {
  db = await freshDatabase('real');
  folder = mkdtempSync(join(tmpdir(), 'plumbline-output-'));
  const day = range(0, 1_440);
  await ledgerOf(db).record(
    ['binance', 'coinbase', 'kraken', 'okx'].map((venue) =>
      answer({
        market: spot(venue, 'ATOM', 'USD'),
        source: 'file',
        asked: day,
        candles: Array.from({ length: 1_440 }, (_, at) => candle(plus(day.from, at), 100)),
      }),
    ),
  );
});
afterAll(async () => {
  await db.drop();
  rmSync(folder, { recursive: true, force: true });
});

/** Processes of their own take seconds to start: side by side. */
const ANSWERS = [['analyze', 'ATOM', ...WINDOW, '--csv'], ['coverage', '--json'], ['--help']] as const;

it('a reader that has had enough, like `| head`, ends a command quietly', async () => {
  const ended = ANSWERS.map((argv) => {
    const one = commandProcess(db.url, argv);
    one.child.stdout?.destroy();
    return one.ended;
  });
  expect(await Promise.all(ended)).toEqual(ANSWERS.map(() => ({ code: 0, stdout: '', stderr: '' })));
});

describe.runIf(hasFull)('a full disk is one line, without a stack', () => {
  it('on standard output', async () => {
    const full = openSync(FULL, 'w');
    const ended = ANSWERS.map((argv) => commandProcess(db.url, argv, ['ignore', full, 'pipe']).ended);
    const stderr = 'the output could not be written: the disk is full; free some space or choose another disk\n';
    expect(await Promise.all(ended)).toEqual(ANSWERS.map(() => ({ code: 1, stdout: '', stderr })));
    closeSync(full);
  });

  it.each([
    ['export --png', ['export', VIEW, '--png', FULL]],
    ['export --csv', ['export', VIEW, '--csv', FULL]],
    ['export --json', ['export', VIEW, '--json', FULL]],
    ['candles --csv', ['candles', 'ATOM', ...WINDOW, '--csv', FULL]],
    ['candles --parquet', ['candles', 'ATOM', ...WINDOW, '--parquet', FULL]],
  ])('in the file of `%s`', async (_, argv) => {
    expect(await commandLine(db.url, ...argv)).toEqual({
      code: 1,
      stdout: '',
      stderr: `${FULL} could not be written: the disk is full; free some space or choose another disk\n`,
    });
  });
});

describe('a file in a folder that does not exist is one line, and nothing is left behind', () => {
  it.each([
    ['export --png', (file: string) => ['export', VIEW, '--png', file]],
    ['export --csv', (file: string) => ['export', VIEW, '--csv', file]],
    ['export --json', (file: string) => ['export', VIEW, '--json', file]],
    ['candles --csv', (file: string) => ['candles', 'ATOM', ...WINDOW, '--csv', file]],
    ['candles --csv to .gz', (file: string) => ['candles', 'ATOM', ...WINDOW, '--csv', `${file}.gz`]],
    ['candles --parquet', (file: string) => ['candles', 'ATOM', ...WINDOW, '--parquet', file]],
  ])('`%s`', async (_, argv) => {
    const { code, stdout, stderr } = await commandLine(db.url, ...argv(inFolder('missing/x')));
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(
      /missing\/x(\.gz)? could not be written: the folder does not exist; name a file in a folder that exists and can be written to\n$/,
    );
    expect(existsSync(inFolder('missing'))).toBe(false);
  });
});

it('a refused question leaves the file that was there as it was, and none beside it', async () => {
  writeFileSync(inFolder('numbers.csv'), 'of yesterday');
  const refused = await commandLine(db.url, 'export', VIEW.replace('ATOM', 'NOSUCH'), '--csv', inFolder('numbers.csv'));
  expect(refused.code).toBe(2);
  expect(readFileSync(inFolder('numbers.csv'), 'utf8')).toBe('of yesterday');
  expect(readdirSync(folder)).toEqual(['numbers.csv']);
});
