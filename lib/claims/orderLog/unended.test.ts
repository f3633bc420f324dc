import { describe, expect, it } from 'vitest';
import { logFile } from '../testing/orderLogs';
import { openLog, readLog } from './read';
import { Tally } from './tally';

const TEXT = ['2025-10-10T21:15:03Z ERROR code=-2010', '2025-10-10T21:15:04Z ERROR code=-201'].join('\n');
const CSV = ['time,level,code', '2025-10-10T21:15:03Z,ERROR,-2010', '2025-10-10T21:15:04Z,ERROR,-201'].join('\n');
const JSONL = ['{"time":"2025-10-10T21:15:03Z","code":-2010}', '{"time":"2025-10-10T21:15:04Z","code":-201'].join('\n');

async function shownOf(text: string, piece: number) {
  const [file, tally] = [logFile(text, [piece]), new Tally()];
  const { unended } = await readLog(file, (await openLog(file)).layout, {}, tally);
  const { rejected, flawed } = tally.counts;
  return { unended, rejected, flawed };
}

describe('a log that ends without a line end', () => {
  it.each([
    ['a text', TEXT, 2],
    ['a text whose last line has no stamp of its own', `${TEXT}\n\n  at order.ts:1`, 4],
    ['a CSV', CSV, 3],
    ['a CSV whose last row ends before its last column', `${CSV}\n2025-10-10T21:15:05Z,"ERROR"`, 4],
    ['a CSV whose last row goes over two lines', `${CSV}\n2025-10-10T21:15:05Z,"a\nb",-201`, 4],
  ])('names the line whose end may be lost: %s', async (_, text, line) => {
    for (const piece of [1, 7, 997]) expect(await shownOf(text, piece)).toMatchObject({ unended: line, flawed: 0 });
  });

  it.each([
    ['a line feed follows', `${TEXT}\n`],
    ['a carriage return follows', `${CSV}\r`],
    ['the last cell is in quotes', CSV.replace(/-201$/, '"-201"')],
    ['an object is whole', `${JSONL}}`],
  ])('says nothing where %s', async (_, text) => {
    expect(await shownOf(text, 7)).toEqual({ unended: undefined, rejected: 2, flawed: 0 });
  });

  it('lists an object that was cut off, and counts nothing of it', async () => {
    expect(await shownOf(JSONL, 7)).toEqual({ unended: undefined, rejected: 1, flawed: 1 });
  });
});
