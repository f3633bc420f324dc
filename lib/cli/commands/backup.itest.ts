import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { zipOf } from '../../server/bundle/zip';
import { unzipped } from '../../server/bundle/testing/unzipped';
import { rotateKeys } from '../../server/keys/keyring';
import { rowsOf } from '../../store/backup/dump';
import { storedTables, type StoredRow } from '../../store/backup/tables';
import type { Readable } from '../../store/connection/client';
import { migrate } from '../../store/connection/migrate';
import { withSnapshot } from '../../store/connection/transactions';
import { stampDataset } from '../../store/dataset/dataset';
import { ledgerOf } from '../../store/ledger/ledger';
import { answer, at, attempt, candle, range } from '../../store/testing/testAnswers';
import { emptyDatabase, type FreshDatabase } from '../../store/testing/testDatabase';
import { commandLine, type Ran } from '../testing/commandLine';
import { refusal, storedAtom, VIEW, WINDOW, type StoredAtom } from '../testing/storedAtom';

let stored: StoredAtom;
let file: string;
/** Rows that are together longer than what is held in memory at once, and more than are asked for first. */
const LONG_ROWS = Array.from({ length: 40 }, (_, i) => ({
  minute: at(9),
  reason: 'high below low',
  raw: `${String(i)} ${'row '.repeat(50_000)}`,
}));

beforeAll(async () => {
  stored = await storedAtom();
  const ledger = ledgerOf(stored.db);
  const provenance = [1, 2].map((part) => ({
    address: `https://x.example/${String(part)}?a="b"\\c`,
    receivedAtMs: Date.UTC(2026, 1, 3, 4, 5, 6, 789),
    sha256: 'ab'.repeat(32),
    reader: 'test',
    body: Buffer.from(`body ${String(part)}`),
  }));
  // A price that 15 digits do not hold, a hole, a row set aside, and a minute that changed.
  await ledger.record([
    answer({
      asked: range(0, 10),
      candles: [candle(at(3), 0.1 + 0.2), candle(at(5), 1e-25)],
      quarantined: [{ minute: at(4), reason: 'high below low', raw: '["1", {}, \\N\ttab]' }, ...LONG_ROWS],
      provenance,
    }),
  ]);
  await ledger.record([answer({ asked: range(3, 4), candles: [candle(at(3), 5)], askedAtMs: Date.UTC(2026, 5, 1) })]);
  await ledger.attempted([attempt({ asked: range(20, 30) })]);
  await stored.run('errata', 'add', '--address', VIEW, '--reason', 'A reason with “marks”, \\ and\ttabs.');
  file = stored.inFolder('backup.zip');
  const made = await stored.run('backup', '--out', file);
  expect([made.code, made.stdout]).toEqual([0, '']);
  expect(made.stderr).toMatch(/written: [\d,]+ rows of \d+ tables\nThe signing keys are not in it\./);
});
afterAll(() => stored.drop());

/** What is stored but for the numbers of transactions, which are each server's own. */
async function contents(db: Readable & { readonly pool: object }): Promise<Record<string, readonly string[]>> {
  const all: Record<string, readonly string[]> = {};
  await withSnapshot(db as FreshDatabase, async (moment) => {
    for (const table of await storedTables(moment)) {
      const kept = { ...table, columns: table.columns.filter(({ type }) => type !== 'xid8') };
      const rows: StoredRow[] = [];
      for await (const batch of rowsOf(moment, kept)) rows.push(...batch);
      all[table.name] = rows.map((row) => JSON.stringify(row)).sort();
    }
  });
  return all;
}

async function inFresh(
  work: (fresh: FreshDatabase, run: (...argv: readonly string[]) => Promise<Ran>) => Promise<void>,
): Promise<void> {
  const fresh = await emptyDatabase();
  try {
    await work(fresh, (...argv) => commandLine(fresh.url, ...argv));
  } finally {
    await fresh.drop();
  }
}

interface Analysed {
  readonly digest: string;
}
const digestOf = async (
  run: (...argv: readonly string[]) => Promise<Ran>,
  ...more: readonly string[]
): Promise<string> =>
  (JSON.parse((await run('analyze', 'ATOM', ...WINDOW, ...more, '--json')).stdout) as Analysed).digest;

describe('a backup restored into an empty database', () => {
  it('has every row of every table, to the bit, and the same digests, now and as of before', async () => {
    await inFresh(async (fresh, run) => {
      const restored = await run('restore', file);
      expect([restored.code, restored.stdout]).toEqual([0, '']);
      expect(restored.stderr).toMatch(/^[\d,]+ rows restored, as of 2\d{3}-.*Z\nIt holds no signing keys/);
      const [was, is] = [await contents(stored.db), await contents(fresh)];
      expect(is).toEqual(was);
      for (const table of [
        'market_day',
        'revision',
        'quarantine',
        'reply',
        'coverage',
        'erratum',
        'stored_day',
        'world',
      ])
        expect(was[table]?.length, table).toBeGreaterThan(0);
      const [digest, digestThen] = [
        await digestOf(stored.run),
        await digestOf(stored.run, '--as-of', '2026-02-01T00:00Z'),
      ];
      expect(digest).toMatch(/^sha256:/);
      expect(await digestOf(run)).toBe(digest);
      expect(await digestOf(run, '--as-of', '2026-02-01T00:00Z')).toBe(digestThen);
      expect((await run('recount')).stdout).toMatch(/all counts were right/);
    });
  });

  it('takes further rows under numbers of their own, and still refuses to change an erratum', async () => {
    await inFresh(async (fresh, run) => {
      await run('restore', file);
      await ledgerOf(fresh).record([
        answer({ asked: range(3, 4), candles: [candle(at(3), 7)], askedAtMs: Date.UTC(2026, 6, 1) }),
      ]);
      expect((await run('errata', 'add', '--address', VIEW, '--reason', 'Another.')).code).toBe(0);
      const { rows } = await fresh.pool.query<{ revisions: number; errata: number }>(
        'SELECT (SELECT count(DISTINCT id)::int FROM revision) AS revisions, (SELECT count(*)::int FROM erratum) AS errata',
      );
      expect(rows).toEqual([{ revisions: 2, errata: 2 }]);
      await expect(fresh.pool.query('DELETE FROM erratum')).rejects.toThrow('never changed or deleted');
    });
  });

  it('names the transaction that brought it in, whatever the numbers were where it comes from', async () => {
    await inFresh(async (fresh, run) => {
      const next = async (): Promise<string> => {
        const { rows } = await fresh.pool.query<{ id: string }>(
          'SELECT pg_snapshot_xmax(pg_current_snapshot())::text AS id',
        );
        return rows[0]?.id ?? '';
      };
      const before = await next();
      await run('restore', file);
      const { rows } = await fresh.pool.query<{ all: boolean }>(
        'SELECT count(*) > 0 AND bool_and(id >= $1::xid8 AND id < $2::xid8) AS all FROM stored_book, unnest(ARRAY[changed, created, whole_changed]) AS id',
        [before, await next()],
      );
      expect(rows).toEqual([{ all: true }]);
    });
  });

  it('is brought up to date where it is of an earlier schema', async () => {
    await inFresh(async (earlier) => {
      await migrate(earlier, undefined, '20261127190000_column_blocks');
      await stampDataset(earlier, 'real');
      // As that schema's own version wrote it.
      await earlier.pool.query(`
        INSERT INTO market (venue, base, quote, kind) VALUES ('binance', 'ATOM', 'USDT', 'spot');
        INSERT INTO market_day (market_id, source, day, version) SELECT id, 'rest', 20371, 2 FROM market`);
      const old = stored.inFolder('old.zip');
      const { writeBackup } = await import('../../server/backup/backup');
      await writeBackup({ database: earlier, simulated: false }, { path: old, now: new Date(0), keys: new Map() });
      await inFresh(async (fresh, run) => {
        expect((await run('restore', old)).code).toBe(0);
        expect((await contents(fresh))['market_day']).toEqual((await contents(earlier))['market_day']);
        expect((await run('errata', '--json')).code).toBe(0);
      });
      // An up-to-date database has other tables than those rows are of.
      await inFresh(async (fresh, run) => {
        await migrate(fresh);
        expect(refusal(await run('restore', old))).toMatch(
          /the tables are not those of .*old\.zip; restore into a new database/,
        );
      });
    });
  });
});

describe('a backup', () => {
  it('is of one moment: what is written while it is made is not in it', async () => {
    const seen: StoredRow[] = [];
    await withSnapshot(stored.db, async (moment) => {
      const quarantine = (await storedTables(moment)).find(({ name }) => name === 'quarantine');
      if (quarantine === undefined) throw new Error('no such table');
      await stored.db.pool.query(
        "INSERT INTO quarantine (market_id, source, digest, reason, raw, seen_at) VALUES (1, 'rest', 'later', '', '', now())",
      );
      for await (const batch of rowsOf(moment, quarantine)) seen.push(...batch);
    });
    await stored.db.pool.query("DELETE FROM quarantine WHERE digest = 'later'");
    expect(seen).toHaveLength(1 + LONG_ROWS.length);
  });

  it('can be opened by its owner alone, and is not left half-written where it cannot be written', async () => {
    expect(statSync(file).mode & 0o077).toBe(0);
    expect(refusal(await stored.run('backup'))).toMatch(/^name the file to write: backup --out/);
    expect(refusal(await stored.run('backup', '--out', '/missing/backup.zip'))).toMatch(/the folder does not exist/);
    const full = await stored.run('backup', '--out', '/dev/full');
    expect([full.code, full.stderr]).toEqual([1, expect.stringMatching(/^.*the disk is full; free some space.*\n$/)]);
  });

  it('holds no signing key unless it is asked for, and then gives it back to a home without one', async () => {
    const homes = ['signing', 'new', 'other'].map((name) => stored.inFolder(name));
    const [signing = '', fresh = '', other = ''] = homes;
    for (const home of homes) mkdirSync(home, { mode: 0o700 });
    const key = await rotateKeys({ PLUMBLINE_HOME: signing });
    const secret = (JSON.parse(readFileSync(`${signing}/keys/000001.json`, 'utf8')) as { privateKey: string })
      .privateKey;
    const at = (home: string): void => {
      vi.stubEnv('PLUMBLINE_HOME', home);
    };
    const [without, withKeys] = [stored.inFolder('without.zip'), stored.inFolder('with.zip')];
    at(signing);
    await stored.run('backup', '--out', without);
    at(signing);
    expect((await stored.run('backup', '--out', withKeys, '--with-keys')).stderr).toMatch(
      /It holds the signing key: keep it as secret/,
    );
    const all = async (path: string): Promise<string> =>
      Buffer.concat([...(await unzipped(readFileSync(path))).values()]).toString();
    expect(await all(without)).not.toContain(secret);
    expect(await all(withKeys)).toContain(secret);
    await rotateKeys({ PLUMBLINE_HOME: other });
    for (const [home, says] of [
      [fresh, 'The signing keys were restored too.'],
      [other, 'The home has signing keys of its own; those of the backup were left out.'],
    ] as const)
      await inFresh(async (_, run) => {
        at(home);
        expect((await run('restore', withKeys)).stderr).toContain(says);
      });
    expect(readFileSync(`${fresh}/keys/000001.json`, 'utf8')).toContain(secret);
    expect(statSync(`${fresh}/keys/000001.json`).mode & 0o077).toBe(0);
    expect(readFileSync(`${other}/keys/000001.json`, 'utf8')).not.toContain(key[0]?.publicKey);
  });
});

describe('a restore that is refused', () => {
  const nothingIn = async (fresh: FreshDatabase): Promise<void> => {
    const { rows } = await fresh.pool.query<{ there: boolean }>(
      "SELECT to_regclass('market_day') IS NOT NULL AS there",
    );
    if (rows[0]?.there === true) expect((await fresh.pool.query('SELECT FROM market_day')).rows).toEqual([]);
  };
  const altered = async (name: string, to: (text: string) => string): Promise<string> => {
    const files = new Map(await unzipped(readFileSync(file)));
    files.set(name, Buffer.from(to(files.get(name)?.toString() ?? '')));
    const path = stored.inFolder('altered.zip');
    writeFileSync(path, await zipOf(files));
    return path;
  };

  it('leaves a database that has rows as it was', async () => {
    const before = await contents(stored.db);
    expect(refusal(await stored.run('restore', file))).toMatch(
      /the database has rows already \(coverage\); restore into an empty one: set PLUMBLINE_HOME to a new folder/,
    );
    expect(await contents(stored.db)).toEqual(before);
  });

  it.each([
    ['a value is another', (text: string) => text.replace('"rest"', '"file"')],
    ['a row is missing', (text: string) => text.replace(/^.*\n/, '')],
    ['a row is no row', (text: string) => `${text}{}\n`],
    ['the last row is cut off', (text: string) => text.slice(0, -5)],
  ])('restores nothing where %s', async (_, to) => {
    const path = await altered('tables/market_day.jsonl', to);
    await inFresh(async (fresh, run) => {
      expect(refusal(await run('restore', path))).toMatch(
        /is damaged: tables\/market_day\.jsonl is not as it was written; nothing was restored/,
      );
      await nothingIn(fresh);
    });
  });

  it('says so of a file that is cut off, of another file, of none, and of a newer version’s', async () => {
    const cut = stored.inFolder('cut.zip');
    writeFileSync(cut, readFileSync(file).subarray(0, 5_000));
    await inFresh(async (fresh, run) => {
      expect(refusal(await run('restore', stored.inFolder('none.zip')))).toMatch(
        /^cannot read .*none\.zip: there is no such file; name a file that `plumbline backup` wrote\n?$/,
      );
      // A pipe would be waited for without an end.
      for (const path of ['/dev/zero', stored.inFolder('')])
        expect(refusal(await run('restore', path))).toMatch(
          / is not a file; name a file that `plumbline backup` wrote$/m,
        );
      for (const path of [cut, 'package.json'])
        expect(refusal(await run('restore', path))).toMatch(
          /is not a backup that this version reads; name a file that/,
        );
      const newer = await altered('manifest.json', (text) => text.replace('20261128120000_errata', '29991231_later'));
      expect(refusal(await run('restore', newer))).toMatch(
        /migration 29991231_later, which this version does not know; use a newer version/,
      );
      await nothingIn(fresh);
    });
  });
});
