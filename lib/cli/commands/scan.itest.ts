import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { scanAnswer } from '../../api/scan';
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

describe('a scan', () => {
  it('says of every episode what it was compared with and how certain it is', async () => {
    const found = strictly(scanAnswer).parse(JSON.parse((await run('scan', ...WINDOW, '--json')).stdout));
    expect(found).toMatchObject({
      reference: 'own',
      found: 1,
      episodes: [{ reference: 'others', certainty: 'certain', uncertaintyAtPeak: 0 }],
      within: { found: 0, episodes: [] },
    });
    expect(rowsOf((await run('scan', ...WINDOW, '--csv')).stdout)).toMatchObject([
      { asset: 'ATOM', reference: 'others', certainty: 'certain', uncertaintyAtPeak: '0' },
    ]);
  });

  it('of those within their rate’s uncertainty alone lists none beyond it', async () => {
    const { stdout } = await run('scan', ...WINDOW, '--certainty', 'within-rate', '--json');
    expect(JSON.parse(stdout)).toMatchObject({ found: 0, episodes: [], within: { found: 0 } });
  });

  it('of assets of which one has no data refuses, with the mend', async () => {
    const { code, stdout, stderr } = await run('scan', ...WINDOW, '--assets', 'ATOM,NOSUCH');
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/^No data for NOSUCH; load some with `plumbline ingest NOSUCH --from T --to T`.*\n$/);
  });
});
