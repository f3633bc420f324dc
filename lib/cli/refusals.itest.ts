import { writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Ran } from './testing/commandLine';
import { refusal, storedAtom, VIEW, WINDOW, type StoredAtom } from './testing/storedAtom';

let stored: StoredAtom;
const run = (...argv: readonly string[]): Promise<Ran> => stored.run(...argv);
const inFolder = (name: string): string => stored.inFolder(name);
beforeAll(async () => {
  stored = await storedAtom();
});
afterAll(() => stored.drop());

describe('bad input that only the stored data, or the disk, can tell', () => {
  it('an unknown asset', async () => {
    for (const argv of [
      ['analyze', 'NOSUCH', ...WINDOW, '--json'],
      ['coverage', 'NOSUCH'],
      ['export', 'asset=NOSUCH&from=2025-10-10T21:00Z&to=2025-10-10T21:04Z', '--csv', inFolder('x.csv')],
    ]) {
      expect(refusal(await run(...argv))).toMatch(
        /NOSUCH.*`plumbline ingest NOSUCH --from T --to T` or `plumbline import`.*; --rehearsal uses the simulated candles$/m,
      );
    }
  });

  it('a venue without data of the asset', async () => {
    expect(refusal(await run('analyze', 'ATOM', ...WINDOW, '--venues', 'binance,gate'))).toMatch(
      /^No data for ATOM on Gate; `plumbline coverage ATOM` lists/,
    );
  });

  it('a file that is not there', async () => {
    expect(refusal(await run('import', inFolder('nowhere.csv'), '--venue', 'okx', '--market', 'ATOM/USDT'))).toMatch(
      /^cannot read .*nowhere\.csv: there is no such file; name a file of candles or trades that you may read$/m,
    );
  });

  it('a folder, and a device, which has no end', async () => {
    for (const file of [inFolder(''), '/dev/zero'])
      expect(refusal(await run('import', file, '--venue', 'okx', '--market', 'ATOM/USDT'))).toMatch(
        / is not a file; name a file of candles or trades that you may read$/m,
      );
  });

  it('a foreign header: the message names the columns found and wanted', async () => {
    writeFileSync(inFolder('foreign.csv'), 'Datum,Kurs,Menge\n2025-10-10,3.5,10\n');
    const said = refusal(await run('import', inFolder('foreign.csv'), '--venue', 'okx', '--market', 'ATOM/USDT'));
    expect(said).toMatch(
      /the columns are Datum, Kurs, Menge; candles need time .*open, high, low, close and volume, trades need timestamp, price and amount/,
    );
    expect(await run('coverage', 'ATOM', '--json')).toMatchObject({
      stdout: expect.not.stringContaining('USDT') as string,
    });
  });

  it('a path that cannot be written', async () => {
    expect(refusal(await run('export', VIEW, '--json', inFolder('no/such/folder/a.json')))).toMatch(
      /a\.json could not be written: .*; name a file in a folder that exists and can be written to$/m,
    );
  });
});
