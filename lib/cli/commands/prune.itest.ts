import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { provenanceOf } from '../../store/replies/provenance';
import { PAGED_WINDOW, storePagedReplies } from '../../store/testing/pagedReplies';
import { freshDatabase, type FreshDatabase } from '../../store/testing/testDatabase';
import { commandLine, type Ran } from '../testing/commandLine';

const BODY = '[[1760054400000,"4","4","4","4","1"]]';

let db: FreshDatabase;
const run = (...argv: readonly string[]): Promise<Ran> => commandLine(db.url, ...argv);
beforeAll(async () => {
  db = await freshDatabase('real');
  await storePagedReplies(db, () => BODY);
});
afterAll(() => db.drop());

const withBody = async (): Promise<readonly string[]> =>
  (await provenanceOf(db, { range: PAGED_WINDOW })).filter(({ hasBody }) => hasBody).map(({ address }) => address);
const analysis = async (): Promise<string> =>
  (await run('analyze', 'ATOM', '--from', '2025-10-10T00:00Z', '--to', '2025-10-10T04:00Z', '--json')).stdout;

interface Report {
  readonly dryRun: boolean;
  readonly replies: number;
  readonly bytes: number;
  readonly before: { readonly databaseBytes: number; readonly assets: readonly Record<string, unknown>[] };
}
const reported = async (...argv: readonly string[]): Promise<Report> => {
  const { code, stdout, stderr } = await run('prune', ...argv, '--json');
  expect([code, stderr]).toEqual([0, '']);
  return JSON.parse(stdout) as Report;
};
/** As Postgres counts what is stored. */
const storedBytes = async (): Promise<number> => {
  const { rows } = await db.pool.query<{ bytes: number }>(
    'SELECT coalesce(sum(octet_length(body)), 0)::int AS bytes FROM reply',
  );
  return rows[0]?.bytes ?? NaN;
};

describe('prune', () => {
  it('with --dry-run says what would go, of which asset how much is stored, and removes nothing', async () => {
    const all = await storedBytes();
    const { before, ...report } = await reported('--dry-run');
    expect(report).toEqual({ simulated: false, dryRun: true, replies: 12, bytes: (all * 12) / 16 });
    expect(before.assets).toEqual([
      { asset: 'ATOM', candleBytes: expect.any(Number) as number, replyBytes: expect.any(Number) as number },
    ]);
    expect(before.assets[0]?.['candleBytes']).toBeGreaterThan(0);
    expect(before.assets[0]?.['replyBytes']).toBeGreaterThanOrEqual(all);
    expect(before.databaseBytes).toBeGreaterThan(all);
    expect(await withBody()).toHaveLength(16);
  });

  it('keeps the replies around the episode, every address and hash, every candle and the digest', async () => {
    const [figures, replies] = [await analysis(), await provenanceOf(db, { range: PAGED_WINDOW })];
    expect(figures.includes('"digest":"sha256:')).toBe(true);
    const { stdout } = await run('prune');
    expect(stdout).toMatch(/^Removed the text of 12 raw replies, .* so do all candles and digests\.$/m);
    expect(await withBody()).toEqual(
      ['binance', 'coinbase', 'kraken', 'okx'].map((venue) => `https://${venue}.example/2`),
    );
    expect((await analysis()) === figures).toBe(true);
    const now = await provenanceOf(db, { range: PAGED_WINDOW });
    expect(now.map(({ address, sha256 }) => [address, sha256])).toEqual(
      replies.map(({ address, sha256 }) => [address, sha256]),
    );
    expect(await reported()).toMatchObject({ replies: 0, bytes: 0 });
  });

  it('keeps none where it is told so, and the figures are still the same', async () => {
    const figures = await analysis();
    expect(await reported('--keep', 'none')).toMatchObject({ replies: 4 });
    expect(await withBody()).toEqual([]);
    expect(await storedBytes()).toBe(0);
    expect((await analysis()) === figures).toBe(true);
  });

  it('refuses another word in one line, and a database that takes no writes', async () => {
    const refused = await run('prune', '--keep', 'candles');
    expect([refused.code, refused.stdout]).toEqual([2, '']);
    expect(refused.stderr).toMatch(/^[^\n]*episodes, none[^\n]*\n$/);
    const readOnly = `${db.url}?options=${encodeURIComponent('-c default_transaction_read_only=on')}`;
    const { code, stdout, stderr } = await commandLine(readOnly, 'prune', '--keep', 'none');
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(/^[^\n]* is read-only: [^\n]*; set DATABASE_URL to the primary server to write\n$/);
  });
});
