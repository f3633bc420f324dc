import { gzipSync } from 'node:zlib';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { COINBASE_ATOM, importing, ms, NOW } from '../testing/importing';
import { memoryLedger } from '../testing/memoryLedger';
import { importFile, type ImportOptions } from './importFile';

const { folder, refusal } = importing();
const HEADER = 'open_time_ms,open,high,low,close,volume,trades';
const candleRow = (offset: number): string => `${ms(offset)},3,4,2,3.5,10,7`;
const VENDOR = 'exchange,symbol,timestamp,local_timestamp,id,side,price,amount';

describe('a file that does not fit is refused in one line that names the mend', () => {
  it.each([
    [
      'columns',
      'a,b,c\n1,2,3\n',
      'the columns are a, b, c; candles need time (or open_time, timestamp, …), open, high, low, close and volume, trades need timestamp, price and amount: rename them, or name each with --column',
    ],
    [
      'no header',
      '1760131200000,1,2\n',
      'no header, and 3 columns in no format known here; name the columns by number, for example --column time=1 --column open=2',
    ],
    ['empty', '', 'empty; nothing was imported'],
    ['no rows', `${HEADER}\n`, 'a header without rows; nothing was imported'],
    [
      'a unit that its column denies',
      `${HEADER}\n1760131200,3,4,2,3.5,10,7\n`,
      ', line 2: "1760131200" is not a time in milliseconds; write one like 1760131200000 or 2025-10-10T21:20:00Z',
    ],
    [
      'a time without zone',
      'time,open,high,low,close,volume\n2025-10-10 21:20,3,4,2,3.5,10\n',
      ', line 2: "2025-10-10 21:20" is not a time',
    ],
    [
      'nothing usable',
      'time,open,high,low,close,volume\n1760131201000,3,4,2,3.5,10\n',
      '1 of 1 rows do not start on a whole minute, so these are not 1-minute candles',
    ],
  ])('%s', async (_, content, message) => {
    expect(await refusal(content)).toContain(
      message.startsWith(', line 2: "2025-10-10 21:20"') ? 'names no time zone' : message,
    );
  });

  it('not UTF-8, a broken gzip, no such file, a folder', async () => {
    expect(await refusal(Uint8Array.of(0xff, 0xfe, 0x00, 0x41, 0x0a))).toContain('not UTF-8 text');
    expect(await refusal(Uint8Array.of(1, 2, 3), { name: '.csv.gz' })).toContain('not UTF-8 text');
    expect(await refusal(gzipSync([HEADER, candleRow(0)].join('\n')).subarray(0, 30), { name: '.csv.gz' })).toContain(
      'broken or cut-off gzip',
    );
    const options: ImportOptions = { market: COINBASE_ATOM, source: 'file', ledger: memoryLedger(), now: () => NOW };
    expect(await importFile(join(folder, 'none.csv'), options)).toMatchObject({
      ok: false,
      error: expect.stringContaining('no such file') as string,
    });
    expect(await importFile(join(folder, 'none.csv.gz'), options)).toMatchObject({
      ok: false,
      error: expect.stringContaining('no such file') as string,
    });
    expect(await importFile(folder, options)).toMatchObject({
      ok: false,
      error: expect.stringContaining('a folder') as string,
    });
  });

  it('candles called trades, and trades of two markets', async () => {
    expect(await refusal([HEADER, candleRow(0)].join('\n'), { source: 'trades' })).toContain(
      'contains candles, not trades',
    );
    const trade = (symbol: string): string => `coinbase,${symbol},${ms(0)}000,0,1,buy,3,1`;
    expect(await refusal([VENDOR, trade('ATOM-USD'), trade('POL-USD')].join('\n'))).toContain(
      ', line 3: the symbol is POL-USD, before it was ATOM-USD; import one market per file',
    );
  });
});
