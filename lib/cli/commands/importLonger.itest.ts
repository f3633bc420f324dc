import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { revisionsAnswer } from '../../api/revisions';
import { freshDatabase, type FreshDatabase } from '../../store/testing/testDatabase';
import { commandLine, type Ran } from '../testing/commandLine';

const folder = mkdtempSync(join(tmpdir(), 'plumbline longer '));
let db: FreshDatabase;
beforeAll(async () => {
  db = await freshDatabase('real');
});
afterAll(async () => {
  await db.drop();
  rmSync(folder, { recursive: true, force: true });
});

const HEADER = 'open_time,open,high,low,close,volume';
const START = Date.UTC(2025, 9, 10, 20);
const MINUTES = 240;

interface Bar {
  readonly open: number;
  readonly high: number;
  readonly low: number;
  readonly close: number;
  readonly volume: number;
}

/** Four hours of minutes of a market; whole cents and units, so that sums are exact. */
const minutes: readonly Bar[] = Array.from({ length: MINUTES }, (_, i) => {
  const [open, close] = [300 + ((i * 7) % 23), 300 + ((i * 11) % 19)];
  return {
    open,
    close,
    high: Math.max(open, close) + (i % 3),
    low: Math.min(open, close) - (i % 5),
    volume: 1 + (i % 9),
  };
});

/** A venue's own hour, as its minutes make it. */
const folded = (bars: readonly Bar[]): Bar => ({
  open: bars[0]?.open ?? NaN,
  close: bars.at(-1)?.close ?? NaN,
  high: Math.max(...bars.map(({ high }) => high)),
  low: Math.min(...bars.map(({ low }) => low)),
  volume: bars.reduce((sum, { volume }) => sum + volume, 0),
});
const hours: readonly Bar[] = [0, 1, 2, 3].map((hour) => folded(minutes.slice(hour * 60, hour * 60 + 60)));

function written(name: string, bars: readonly Bar[], stepMinutes: number): string {
  const path = join(folder, name);
  const rows = bars.map(({ open, high, low, close, volume }, i) =>
    [START + i * stepMinutes * 60_000, open, high, low, close, volume].join(','),
  );
  writeFileSync(path, [HEADER, ...rows].join('\n'));
  return path;
}

const imported = (path: string, ...options: readonly string[]): Promise<Ran> =>
  commandLine(db.url, 'import', path, '--venue', 'okx', '--market', 'ATOM/USDT', ...options);
const WINDOW = ['--from', '2025-10-10T20:00Z', '--to', '2025-10-11T00:00Z', '--json'];
const analysed = async (): Promise<string> => (await commandLine(db.url, 'analyze', 'ATOM', ...WINDOW)).stdout;
const compared = async (): Promise<unknown> => {
  const { stdout } = await commandLine(db.url, 'revisions', 'ATOM', '--json');
  return revisionsAnswer.parse(JSON.parse(stdout)).timeframes;
};

describe('a venue’s minutes folded to hours', () => {
  it('are refused as minutes; read as 1h they are compared with the venue’s minutes, and no figure rests on them', async () => {
    expect((await imported(written('minutes.csv', minutes, 1))).code).toBe(0);
    const hourly = written('bars.csv', hours, 60);
    expect(await imported(hourly)).toEqual({
      code: 2,
      stdout: '',
      stderr: `${hourly}: all its times are multiples of 1h apart, not 1-minute candles; --read-as interval=1h stores them as 1h candles, or say --read-as interval=1m if they are minutes of a thin market\n`,
    });

    const before = await analysed();
    const tried = await imported(hourly, '--read-as', 'interval=1h', '--dry-run');
    expect(tried.stdout).toContain(
      '2025-10-10T20:00Z to 2025-10-11T00:00Z: 4 candles would be added, 0 already stored, 0 minutes differ',
    );
    expect(await compared()).toEqual([]);

    const done = await imported(hourly, '--read-as', 'interval=1h');
    expect([done.code, done.stderr]).toEqual([0, expect.stringContaining('4 rows gave 4 1h candles (4 new)')]);
    expect(await analysed()).toBe(before);
    expect(await compared()).toMatchObject([{ timeframe: '1h', compared: 4, agreeing: 4, disagreeing: 0 }]);

    const again = await imported(hourly, '--read-as', 'interval=1h', '--dry-run');
    expect(again.stdout).toContain('0 candles would be added, 4 already stored');
  });

  it('that are not what the minutes make are shown, and minutes read as hours are refused', async () => {
    const [first, ...others] = hours;
    if (first === undefined) throw new Error('no hour');
    const edited = written('edited.csv', [{ ...first, low: first.low + 2 }, ...others], 60);
    const { stderr } = await imported(edited, '--read-as', 'interval=1h');
    expect(stderr).toContain('4 1h candles (0 new, 3 known, 1 differ from before)');
    expect(await compared()).toMatchObject([{ timeframe: '1h', compared: 4, agreeing: 3, disagreeing: 1 }]);
    const wrong = await imported(written('more minutes.csv', minutes, 1), '--read-as', 'interval=1h');
    expect([wrong.code, wrong.stderr]).toEqual([
      2,
      expect.stringContaining('236 of 240 rows do not start where a 1h candle does in UTC; correct --read-as interval'),
    ]);
  });

  it('of four hours, or with a name of another interval, are refused', async () => {
    const [code, stderr] = await imported(written('ATOMUSDT-4h.csv', hours, 240)).then((ran) => [ran.code, ran.stderr]);
    expect([code, stderr]).toEqual([
      2,
      expect.stringContaining('all its times are multiples of 4h apart, not 1-minute candles; import 1-minute candles'),
    ]);
    const asHours = await imported(written('four hours.csv', hours, 240), '--read-as', 'interval=1h');
    expect(asHours.stderr).toContain('multiples of 4h apart, but the file is read as 1h candles');
    const other = await imported(written('ATOMUSDT-1d.csv', hours, 60), '--read-as', 'interval=1h');
    expect(other.stderr).toContain('says 1d, but the file is read as 1h candles; correct --read-as interval');
  });
});

describe('an exchange that nobody knows', () => {
  it('is refused, and the nearest is named', async () => {
    const ran = await commandLine(
      db.url,
      'import',
      written('m.csv', minutes, 1),
      '--venue',
      'coinbse',
      '--market',
      'ATOM/USD',
    );
    expect(ran).toEqual({
      code: 2,
      stdout: '',
      stderr: '--venue "coinbse" is not an exchange known here; did you mean coinbase?\n',
    });
  });
});
