import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Ran } from '../testing/commandLine';
import { storedAtom, type StoredAtom } from '../testing/storedAtom';

let stored: StoredAtom;
const run = (...argv: readonly string[]): Promise<Ran> => stored.run(...argv);
beforeAll(async () => {
  stored = await storedAtom();
});
afterAll(() => stored.drop());

describe('recount', () => {
  it('says that all counts were right where they were', async () => {
    const { code, stdout, stderr } = await run('recount');
    expect([code, stdout, stderr]).toEqual([0, '4 books counted; all counts were right\n', '']);
  });

  it('corrects counts that differ, and names their books', async () => {
    await stored.db.pool.query(
      "UPDATE stored_book SET candles = 7 FROM market m WHERE m.id = market_id AND m.venue = 'okx'",
    );
    const { stdout } = await run('recount', '--json');
    expect(JSON.parse(stdout)).toEqual({
      simulated: false,
      books: 4,
      corrected: [{ venue: 'okx', market: 'ATOM/USD', kind: 'spot', source: 'file', days: 0, book: true }],
    });
    expect((await run('recount')).stdout).toBe('4 books counted; all counts were right\n');
  });
});
