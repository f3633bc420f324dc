import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { deviationsAnswer } from '../api/deviations';
import { examine } from '../processes/doctor/examine';
import type { Subject } from '../processes/doctor/finding';
import { openDatabase } from '../store/connection/database';
import { DatabaseFailure } from '../store/connection/failures';
import { migrate } from '../store/connection/migrate';
import { stampDataset } from '../store/dataset/dataset';
import { faultyServer, type FaultyServer, type Strike } from '../store/testing/faultyServer';
import { emptyDatabase, freshDatabase } from '../store/testing/testDatabase';
import { commandLine, type Ran } from './testing/commandLine';
import { contentsOf } from '../torture/contents';
import { storedAtom, WINDOW, type StoredAtom } from './testing/storedAtom';

/** Its candles are stored, and of each fault five later minutes of the same day: its row is written anew. */
const BOOK = ['--venue', 'binance', '--market', 'ATOM/USD'];
const MINUTES = 5;

let stored: StoredAtom;
/** Has what `stored` has, brought in without a fault. */
let undisturbed: StoredAtom;
let way: FaultyServer;
let home: string;
let files = 0;
let file: string;
beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'plumbline-faults-'));
  [stored, undisturbed] = await Promise.all([storedAtom(), storedAtom()]);
  way = await faultyServer(stored.db.url);
});
afterAll(async () => {
  await way.close();
  await stored.drop();
  await undisturbed.drop();
  rmSync(home, { recursive: true, force: true });
});
beforeEach(() => {
  way.mend();
  file = nextFile();
});

/** Minutes that no file before had. */
function nextFile(): string {
  const rows = Array.from({ length: MINUTES }, (_, n) => {
    const price = 4 + n / 10;
    const at = new Date(Date.UTC(2025, 9, 10, 22, MINUTES * files + n)).toISOString();
    return [at, price, price, price - 0.1, price, 10].join(',');
  });
  files += 1;
  const path = join(home, `${String(files)}.csv`);
  writeFileSync(path, ['timestamp,open,high,low,close,volume', ...rows, ''].join('\n'));
  return path;
}

/** Of the day in which all of this is. */
async function digestOf({ db }: StoredAtom): Promise<string> {
  const { stdout } = await commandLine(db.url, 'analyze', 'ATOM', ...WINDOW, '--json');
  return deviationsAnswer.parse(JSON.parse(stdout)).digest;
}

const imported = (url = way.url): Promise<Ran> => commandLine(url, 'import', file, ...BOOK);

/** Everything is stored as if nothing had gone wrong; `but`: except for the file, of which nothing is. */
async function expectSame(but?: 'the file'): Promise<void> {
  if (but === undefined) expect(await imported(undisturbed.db.url)).toMatchObject({ code: 0 });
  expect(await contentsOf(stored.db)).toEqual(await contentsOf(undisturbed.db));
}

const DAY = /(INSERT INTO|UPDATE) market_day/;
/** Strikes the first statements that match. */
const striking = (match: RegExp, strike: Strike, times = 1): FaultyServer['onStatement'] => {
  let left = times;
  return (text) => (match.test(text) && left-- > 0 ? strike : undefined);
};
const error = (code: string, text: string): Strike => ({ kind: 'error', code, text });
const fatal = (code: string, text: string): Strike => ({ kind: 'fatal', code, text });

describe('a fault of the database that passes', () => {
  const SAYS =
    /^the database plumbline_test_\w+ at 127\.0\.0\.1:\d+ does not answer \([^\n]+\); trying again for up to 60 s\n/;

  it.each<readonly [name: string, strike: () => void]>([
    ['the connection breaks amid a transaction', () => (way.onStatement = striking(DAY, { kind: 'cut' }))],
    [
      'the connection breaks after the server stored a transaction, before it said so',
      () => {
        let isWriting = false;
        let left = 1;
        way.onStatement = (text) => {
          isWriting ||= DAY.test(text);
          return isWriting && text === 'COMMIT' && left-- > 0 ? { kind: 'cut-after' } : undefined;
        };
      },
    ],
    [
      'the server is shut down amid a transaction',
      () => (way.onStatement = striking(DAY, fatal('57P01', 'terminating connection due to administrator command'))),
    ],
    [
      'another process of the server crashes',
      () =>
        (way.onStatement = striking(
          DAY,
          fatal('57P02', 'terminating connection because of crash of another server process'),
        )),
    ],
    [
      'the server is back, and takes no more connections for a while',
      () => {
        refusedOnReturn('53300', 'sorry, too many clients already');
      },
    ],
    [
      'the server is back, and still starts',
      () => {
        refusedOnReturn('57P03', 'the database system is starting up');
      },
    ],
  ])('%s: one line, the work goes on, and nothing else changes', async (_, strike) => {
    strike();
    const { code, stderr } = await imported();
    expect(code).toBe(0);
    expect(stderr).toMatch(SAYS);
    expect(stderr.match(/does not answer/g)).toHaveLength(1);
    await expectSame();
  });

  function refusedOnReturn(code: string, text: string): void {
    way.onStatement = striking(DAY, { kind: 'cut' });
    let attempts = 0;
    let wasCut = false;
    const before = way.onStatement;
    way.onStatement = (statement) => {
      const strike = before(statement);
      wasCut ||= strike !== undefined;
      return strike;
    };
    way.onConnect = () => (wasCut && attempts++ < 2 ? fatal(code, text) : undefined);
  }

  it.each<readonly [name: string, strike: Strike]>([
    ['its disk is full amid the work, and then is not', error('53100', 'No space left on device')],
    [
      'it is read-only amid the work, until a new primary takes over',
      error('25006', 'cannot execute INSERT in a read-only transaction'),
    ],
  ])('%s: one line, the work goes on over a new connection where it must', async (_, strike) => {
    const [first, second] = [file, nextFile()];
    let days = 0;
    let connections = 0;
    way.onStatement = (text) => (DAY.test(text) && (days += 1) === 2 ? strike : undefined);
    way.onConnect = () => {
      if (days > 0) connections += 1;
      return undefined;
    };
    const { code, stderr } = await commandLine(way.url, 'import', first, second, ...BOOK);
    expect([code, connections]).toEqual([0, strike.kind === 'error' && strike.code === '25006' ? 1 : 0]);
    expect(stderr).toMatch(
      /\nthe database plumbline_test_\w+ at 127\.0\.0\.1:\d+ takes no writes any more \([^\n]+\); trying again for up to 60 s\n/,
    );
    expect(stderr.match(/trying again/g)).toHaveLength(1);
    for (const one of [first, second]) {
      file = one;
      expect(await imported(undisturbed.db.url)).toMatchObject({ code: 0 });
    }
    expect(await contentsOf(stored.db)).toEqual(await contentsOf(undisturbed.db));
  });

  it('two writers deadlock: the one that was undone does its work again', async () => {
    let met = 0;
    way.onStatement = (text) => (DAY.test(text) && (met += 1) <= 3 ? error('40P01', 'deadlock detected') : undefined);
    expect(await imported()).toMatchObject({ code: 0 });
    expect(met).toBeGreaterThan(3);
    await expectSame();
  });

  it('the server is slow: who waits for it does, and others go on', async () => {
    let release = (): void => undefined;
    const until = new Promise<void>((resolve) => (release = resolve));
    way.onStatement = striking(DAY, { kind: 'late', until });
    const slow = imported();
    await expectSame('the file');
    release();
    expect(await slow).toMatchObject({ code: 0 });
    await expectSame();
  });
});

describe('a fault of the database that somebody must mend', () => {
  it.each<readonly [name: string, strike: Strike, line: RegExp]>([
    [
      'its disk is full',
      error('53100', 'could not extend file "base/1/2": No space left on device'),
      /^the database \w+ at [\d.:]+ has no disk space left: could not extend file "base\/1\/2": No space left on device; free some and run the command again$/,
    ],
    [
      'it is read-only',
      error('25006', 'cannot execute INSERT in a read-only transaction'),
      /^the database \w+ at [\d.:]+ is read-only: cannot execute INSERT in a read-only transaction; set DATABASE_URL to the primary server to write$/,
    ],
    [
      'the role lost a right',
      error('42501', 'permission denied for table market_day'),
      /^the role in DATABASE_URL lacks the rights to do this in the database \w+ at [\d.:]+: permission denied for table market_day; grant them, or use a role that owns the tables$/,
    ],
    [
      'it stops a statement that takes too long',
      error('57014', 'canceling statement due to statement timeout'),
      /^a statement in the database \w+ at [\d.:]+ was stopped: canceling statement due to statement timeout; try again when the database has less to do, or raise statement_timeout of its role$/,
    ],
  ])(
    '%s: exit code 1 and one line with the mend, nothing stored of it; the same command mended brings it in',
    async (_, strike, line) => {
      way.onStatement = striking(DAY, strike, Infinity);
      const { code, stdout, stderr } = await imported();
      expect([code, stdout]).toEqual([1, '']);
      expect(stderr.trimEnd()).toMatch(line);
      await expectSame('the file');
      way.mend();
      expect(await imported()).toMatchObject({ code: 0 });
      await expectSame();
    },
  );

  it.each<readonly [name: string, code: string, text: string, mend: string]>([
    [
      'it takes no more connections',
      '53300',
      'sorry, too many clients already',
      'close other programs that use it, or raise max_connections',
    ],
    ['it starts', '57P03', 'the database system is starting up', 'wait until it has started, then try again'],
    ['it is shut down', '57P01', 'the database system is shutting down', 'wait until it has started, then try again'],
  ])('%s before a command has begun: one line with the mend, and doctor says the same', async (_, code, text, mend) => {
    way.onConnect = () => fatal(code, text);
    const ran = await imported();
    expect([ran.code, ran.stdout]).toEqual([1, '']);
    expect(ran.stderr).toMatch(new RegExp(`^cannot connect to the database \\w+ at [\\d.:]+: ${text}; ${mend}\n$`));
    expect(await found(way.url, 'database')).toEqual([`fault: ${ran.stderr.trimEnd()}`]);
    way.mend();
    expect((await found(way.url, 'database')).filter((says) => !says.startsWith('ok: '))).toEqual([]);
  });

  it('it is gone before a command has begun: one line, and doctor names it and the mend', async () => {
    way.cut();
    const ran = await imported();
    expect([ran.code, ran.stdout, ran.stderr.trimEnd().split('\n').length]).toEqual([1, '', 1]);
    expect(await found(way.url, 'database')).toEqual([
      expect.stringMatching(
        /^fault: cannot connect to the database \w+ at [\d.:]+: [^\n]+; check DATABASE_URL and that the server runs$/,
      ),
    ]);
  });
});

describe('a migration that is interrupted', () => {
  /** Every column, constraint and index. */
  const SCHEMA = `SELECT format('%s.%s %s %s %s', table_name, column_name, data_type, is_nullable, column_default) AS is
      FROM information_schema.columns WHERE table_schema = 'public'
    UNION ALL SELECT conrelid::regclass || ' ' || pg_get_constraintdef(oid) FROM pg_constraint WHERE connamespace = 'public'::regnamespace
    UNION ALL SELECT indexdef FROM pg_indexes WHERE schemaname = 'public' ORDER BY 1`;
  /** Statements after each other interruption, so that some fall amid a migration, others between two. */
  const EVERY = 17;

  it('is undone and done again by whoever comes next, wherever it was; doctor says how many are missing', async () => {
    const empty = await emptyDatabase();
    const between = await faultyServer(empty.url);
    try {
      let interruptions = 0;
      for (let isDone = false; !isDone;) {
        let statements = 0;
        between.onStatement = () => {
          statements += 1;
          if (statements === EVERY) between.cut();
          return undefined;
        };
        const db = openDatabase(between.url, { outageMs: 0 });
        isDone = await migrate(db).then(
          () => true,
          (failure: unknown) => {
            expect(failure).toBeInstanceOf(DatabaseFailure);
            return false;
          },
        );
        await db.close();
        between.mend();
        if (!isDone) interruptions += 1;
        if (interruptions === 1)
          expect(await found(between.url, 'migrations')).toEqual([
            expect.stringMatching(
              /^note: \d+ migrations are missing; the next command that needs the database applies them$/,
            ),
          ]);
      }
      expect(interruptions).toBeGreaterThan(3);
      expect(await found(empty.url, 'migrations')).toEqual(['ok: every migration is applied']);
      // The rules that come with the stamp of a dataset.
      await stampDataset(empty, 'real');
      expect((await empty.pool.query(SCHEMA)).rows).toEqual((await stored.db.pool.query(SCHEMA)).rows);
    } finally {
      await between.close();
      await empty.drop();
    }
  });

  it('by another tool, and left half done, is named by the command and by doctor, with the mend', async () => {
    const half = await freshDatabase('real');
    try {
      await half.pool.query(
        'UPDATE _prisma_migrations SET finished_at = NULL WHERE migration_name = (SELECT max(migration_name) FROM _prisma_migrations)',
      );
      const line = /^migration \w+ was only partly applied by another tool; run "prisma migrate resolve" to repair it$/;
      expect(await imported(half.url)).toMatchObject({
        code: 1,
        stdout: '',
        stderr: expect.stringMatching(new RegExp(line.source.replace('$', '\n$'))) as string,
      });
      expect(await found(half.url, 'migrations')).toEqual([
        expect.stringMatching(new RegExp(line.source.replace('^', '^fault: '))),
      ]);
    } finally {
      await half.drop();
    }
  });
});

it('after all of them, the digest is that of a database that met none', async () => {
  expect(await digestOf(stored)).toBe(await digestOf(undisturbed));
});

/** What doctor finds of a subject. */
async function found(url: string, subject: Subject): Promise<readonly string[]> {
  const findings = await examine({
    env: { NODE_ENV: 'test', PLUMBLINE_HOME: home, DATABASE_URL: url },
    dataset: 'real',
    venues: [],
    nodeVersion: process.versions.node,
    now: Date.now,
  });
  return findings.filter((one) => one.subject === subject).map(({ grade, says }) => `${grade}: ${says}`);
}
