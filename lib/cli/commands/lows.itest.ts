import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lowsAnswer } from '../../api/lows';
import type { Ran } from '../testing/commandLine';
import { rowsOf } from '../testing/rows';
import { storedAtom, WINDOW, type StoredAtom } from '../testing/storedAtom';
import { strictly } from '../../api/testing/strictly';

let stored: StoredAtom;
const run = (...argv: readonly string[]): Promise<Ran> => stored.run(...argv);
beforeAll(async () => {
  stored = await storedAtom();
});
afterAll(() => stored.drop());

describe('lows', () => {
  it('--json prints one object of the contract, and nothing else anywhere', async () => {
    const { code, stdout, stderr } = await run('lows', ...WINDOW, '--json');
    expect([code, stderr]).toEqual([0, '']);
    expect(strictly(lowsAnswer).parse(JSON.parse(stdout))).toMatchObject({
      venues: [{ venue: 'binance', ranked: 1, lowest: { assets: 1, share: 1, wide: 1 } }, {}, {}, {}],
      assets: [{ asset: 'ATOM', ranked: true, lowest: { venue: 'binance', gap: -0.5, wide: true }, highest: null }],
    });
  });

  it('--csv prints one row per asset and venue, with the rule of the rate', async () => {
    const rows = rowsOf((await run('lows', ...WINDOW, '--csv')).stdout);
    expect(rows).toHaveLength(4);
    expect(rows[0]).toMatchObject({
      asset: 'ATOM',
      venue: 'binance',
      unranked: '',
      low: '50',
      lowMinute: '2025-10-10T21:01Z',
      lowRateRule: 'usd',
      lowPlace: '1',
      lowGap: '-0.5',
      lowGapWide: 'true',
      // All venues are equally high.
      highPlace: '1',
      highGap: '',
      simulated: 'false',
    });
    expect(rows.slice(1).map(({ lowPlace, lowGap }) => [lowPlace, lowGap])).toEqual([
      ['2', ''],
      ['2', ''],
      ['2', ''],
    ]);
  });

  it('in words names the venue, its price and the next', async () => {
    expect((await run('lows', ...WINDOW)).stdout).toContain(
      'ATOM: lowest Binance at 50 USD (2025-10-10T21:01Z), −50.00 % from Coinbase at 100 USD; highest none, equal prices',
    );
  });

  it.each(['WBETH', 'ATOM,WBETH'])('asked of an asset without data refuses, with the mend: %s', async (assets) => {
    const { code, stdout, stderr } = await run('lows', ...WINDOW, '--assets', assets);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/^No data for WBETH; load some with `plumbline ingest WBETH --from T --to T`.*\n$/);
  });

  it('asked of an asset without data in the window says so', async () => {
    const before = ['--from', '2025-10-09T21:00Z', '--to', '2025-10-09T22:00Z'];
    const { code, stdout } = await run('lows', ...before, '--assets', 'ATOM');
    expect([code, stdout]).toEqual([0, expect.stringContaining('No data in this window')]);
  });
});
