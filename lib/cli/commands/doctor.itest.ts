import { randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Finding } from '../../processes/doctor/finding';
import { examine } from '../../processes/doctor/examine';
import { startPooler } from '../../store/testing/pooler';
import { emptyDatabase, freshDatabase, type FreshDatabase } from '../../store/testing/testDatabase';
import { commandLine } from '../testing/commandLine';

let home: string;
let db: FreshDatabase;
const role = `doctor_${randomBytes(6).toString('hex')}`;
const other = `doctor_${randomBytes(6).toString('hex')}`;
beforeAll(async () => {
  home = mkdtempSync(path.join(tmpdir(), 'plumbline-doctor-'));
  db = await freshDatabase('real');
  for (const name of [role, other]) await db.pool.query(`CREATE ROLE ${name} LOGIN PASSWORD 'secret'`);
  await db.pool.query(`GRANT SELECT ON ALL TABLES IN SCHEMA public TO ${role}`);
});
afterAll(async () => {
  for (const name of [role, other]) {
    await db.pool.query(`DROP OWNED BY ${name}`);
    await db.pool.query(`DROP ROLE ${name}`);
  }
  await db.drop();
  rmSync(home, { recursive: true, force: true });
});

const asRole = (name: string, address: string = db.url): string => {
  const url = new URL(address);
  [url.username, url.password] = [name, 'secret'];
  return url.href;
};

/** What is found of a database, and of nothing else of the machine. */
async function found(url: string, more: Partial<Parameters<typeof examine>[0]> = {}): Promise<readonly Finding[]> {
  const findings = await examine({
    env: { NODE_ENV: 'test', PLUMBLINE_HOME: home, DATABASE_URL: url },
    dataset: 'real',
    venues: [],
    nodeVersion: process.versions.node,
    now: Date.now,
    ...more,
  });
  for (const { says } of findings) expect(says).toMatch(/^(?!.*secret)[^\n]+$/);
  return findings.filter(({ subject }) => ['database', 'rights', 'migrations', 'clock'].includes(subject));
}
const faults = (findings: readonly Finding[]): readonly string[] =>
  findings.filter(({ grade }) => grade === 'fault').map(({ says }) => says);
const saysOf = (findings: readonly Finding[]): string => findings.map(({ says }) => says).join('\n');

describe('a database that is well', () => {
  it('has no fault, and the command says so by 0', async () => {
    const { code, stdout, stderr } = await commandLine(db.url, 'doctor', '--json');
    const { faults: count, findings } = JSON.parse(stdout) as { faults: number; findings: readonly Finding[] };
    const ofDatabase = findings.filter(({ subject }) =>
      ['database', 'rights', 'migrations', 'clock'].includes(subject),
    );
    expect(ofDatabase.map(({ grade }) => grade)).toEqual(['ok', 'ok', 'ok', 'ok', 'ok']);
    // The keys and the space of whoever runs the tests are not the database's.
    expect([code, stderr]).toEqual([count === 0 ? 0 : 3, '']);
  });

  it('is told with its version and role, without its password', async () => {
    expect(saysOf(await found(db.url))).toMatch(
      /^Postgres \d+\.\d+, from DATABASE_URL: the database plumbline_test_\w+ at 127\.0\.0\.1:\d+, as plumbline$/m,
    );
  });

  it.each([
    ['DateStyle', 'German, DMY'],
    ['TimeZone', 'Asia/Kathmandu'],
  ])('is well with %s = %s', async (name, value) => {
    const own = await freshDatabase('real');
    try {
      await own.pool.query(
        `DO $$ BEGIN EXECUTE format('ALTER DATABASE %I SET ${name} = %L', current_database(), '${value}'); END $$`,
      );
      const findings = await found(own.url);
      expect(faults(findings)).toEqual([]);
      expect(saysOf(findings)).toContain(`${name} ${value}`);
    } finally {
      await own.drop();
    }
  });
});

describe('a database that is not made by plumbline yet', () => {
  it('lacks migrations, which is no fault, and is as empty afterwards', async () => {
    const empty = await emptyDatabase();
    try {
      const findings = await found(empty.url);
      expect(faults(findings)).toEqual([]);
      expect(saysOf(findings)).toMatch(
        /\d+ migrations are missing; the next command that needs the database applies them/,
      );
      const { rows } = await empty.pool.query("SELECT FROM pg_class WHERE relnamespace = 'public'::regnamespace");
      expect(rows).toEqual([]);
    } finally {
      await empty.drop();
    }
  });

  it('may be missing where the role may create it, and else is a fault', async () => {
    const url = new URL(db.url);
    url.pathname = '/plumbline_test_no_such';
    expect((await found(url.href)).map(({ grade }) => grade)).toEqual(['note']);
    expect(faults(await found(asRole(role, url.href)))).toEqual([
      expect.stringMatching(/does not exist, and this role may not create it; create it, or grant the role CREATEDB$/),
    ]);
  });
});

describe('the rights of a role', () => {
  it('that may only read are worth a note', async () => {
    const findings = await found(asRole(role));
    expect(faults(findings)).toEqual([]);
    expect(findings.filter(({ subject }) => subject === 'rights')).toMatchObject([
      {
        grade: 'note',
        says: expect.stringMatching(/may read but not write .* use the role that owns the tables$/) as string,
      },
    ]);
  });

  it('that may not even read are a fault, with the statement that mends it', async () => {
    expect(faults(await found(asRole(other)))[0]).toMatch(
      new RegExp(`may not read .*; run as their owner: GRANT SELECT ON ALL TABLES IN SCHEMA public TO ${other}$`),
    );
  });
});

describe('a database that takes no writes', () => {
  it('is worth a note, for it can be read', async () => {
    const findings = await found(`${db.url}?options=${encodeURIComponent('-c default_transaction_read_only=on')}`);
    expect(faults(findings)).toEqual([]);
    expect(saysOf(findings)).toMatch(
      /^read-only: it can be read; to record, set DATABASE_URL to a database that takes writes$/m,
    );
  });
});

describe('a database to read from', () => {
  it('is told beside the one that takes writes, and needs no right but to read', async () => {
    const env = {
      NODE_ENV: 'test',
      PLUMBLINE_HOME: home,
      DATABASE_URL: db.url,
      DATABASE_READ_URL: asRole(role),
    } as const;
    const findings = await found(db.url, { env });
    expect(faults(findings)).toEqual([]);
    const says = saysOf(findings);
    expect(says).toMatch(/^Postgres [\d.]+, from DATABASE_URL: [^\n]+, as plumbline$/m);
    expect(says).toMatch(new RegExp(`^Postgres [\\d.]+, from DATABASE_READ_URL: [^\\n]+, as ${role}$`, 'm'));
    expect(says).toContain('no standby: the app reads here, where it could write as well');
    expect(says).toContain('this role may read every table');
  });
});

describe('a pooler', () => {
  it('that lends connections per transaction is recognised, and is no fault', async () => {
    const pooler = await startPooler(db.url, 2);
    try {
      const findings = await found(pooler.url);
      expect(faults(findings)).toEqual([]);
      expect(saysOf(findings)).toContain('connections go through a pooler that lends them per transaction');
    } finally {
      await pooler.close();
    }
  });

  it('is not seen where there is none', async () => {
    expect(saysOf(await found(db.url))).not.toContain('pooler');
  });
});

describe('faults of a database', () => {
  it('are: the other dataset', async () => {
    const rehearsal = await freshDatabase('rehearsal');
    try {
      expect(faults(await found(rehearsal.url))).toEqual([
        'this database contains simulated candles; use a separate database for real ones',
      ]);
    } finally {
      await rehearsal.drop();
    }
  });

  it('are: a migration of a newer version', async () => {
    const newer = await freshDatabase('real');
    try {
      await newer.pool.query(
        "INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at) VALUES ('x', 'x', '29991231_later', now())",
      );
      expect(faults(await found(newer.url))).toEqual([
        'the database has migration 29991231_later, which this version does not know; use a newer version of plumbline',
      ]);
    } finally {
      await newer.drop();
    }
  });

  it('are: standard_conforming_strings off', async () => {
    const own = await freshDatabase('real');
    try {
      await own.pool.query(
        "DO $$ BEGIN EXECUTE format('ALTER DATABASE %I SET standard_conforming_strings = off', current_database()); END $$",
      );
      expect(faults(await found(own.url))).toEqual([expect.stringMatching(/set it to on for this database/)]);
    } finally {
      await own.drop();
    }
  });

  it.each([
    [-60_000, 'ahead of'],
    [60_000, 'behind'],
  ])('are: a clock %i ms from ours', async (ms, side) => {
    const read: number[] = [];
    const now = (): number => {
      read.push(Date.now() + ms);
      return read.at(-1) as number;
    };
    const [fault, ...others] = faults(await found(db.url, { now }));
    expect([fault, others]).toEqual([
      expect.stringMatching(new RegExp(` s ${side} this machine’s; set both by NTP$`)),
      [],
    ]);
    // The server reads our own clock some time between the two readings before and after it, which a busy machine may hold far apart.
    const [before = NaN, after = NaN] = read;
    const said = Number(/clock is ([\d.]+) s/.exec(fault ?? '')?.[1]);
    expect(Math.abs(said - 60)).toBeLessThanOrEqual((after - before) / 2_000 + 0.06);
    expect(read).toHaveLength(2);
  });

  it('are: an address that is none, a wrong password, and a port where nobody listens', async () => {
    expect(faults(await found('postgresql://user:pass#word@host/name'))).toEqual([
      expect.stringMatching(/^DATABASE_URL is not the address/),
    ]);
    const wrong = new URL(db.url);
    wrong.password = 'wrong';
    expect(faults(await found(wrong.href))).toEqual([
      expect.stringMatching(/; check user and password in DATABASE_URL$/),
    ]);
    const { code, stdout } = await commandLine('postgresql://nobody@127.0.0.1:1/none', 'doctor');
    expect(code).toBe(3);
    expect(stdout).toMatch(
      /^FAULT {2}database {4}cannot connect to the database none at 127\.0\.0\.1:1: .*; check that the server runs/m,
    );
  });
});

describe('a server that takes connections and never answers', () => {
  let silent: Server | undefined;
  afterEach(() => {
    silent?.close();
  });

  it('is given up after the time-out, in one line', async () => {
    const made = createServer((socket) => socket.on('error', () => undefined));
    silent = made;
    await new Promise<void>((resolve) => made.listen(0, '127.0.0.1', resolve));
    const { port } = made.address() as AddressInfo;
    expect(faults(await found(`postgresql://x@127.0.0.1:${String(port)}/x`, { databaseTimeoutMs: 50 }))).toEqual([
      expect.stringMatching(/timeout.*; check host and port in DATABASE_URL, and that no firewall is in the way$/),
    ]);
  });
});

describe('the command', () => {
  it('leaves the home as it was', async () => {
    await found(db.url);
    expect(readdirSync(home)).toEqual([]);
  });

  it.each([[['--wrong']], [['--venues', 'nowhere']], [['extra']]])('takes %j for bad input', async (argv) => {
    const { code, stderr } = await commandLine(db.url, 'doctor', ...argv);
    expect(code).toBe(2);
    expect(stderr).toMatch(/^[^\n]+\n$/);
  });
});
