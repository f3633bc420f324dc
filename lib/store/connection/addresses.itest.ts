import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { networkInterfaces, tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { frontOf, testCertificate, type Front, type TestCertificate } from '../testing/front';
import { freshDatabase, type FreshDatabase } from '../testing/testDatabase';
import { cancelling, nobodyWaits } from './cancelling';
import { openDatabase } from './database';
import { CannotConnect } from './failures';

let db: FreshDatabase;
let certificate: TestCertificate;
beforeAll(async () => {
  db = await freshDatabase('real');
  certificate = testCertificate();
});
afterAll(async () => {
  certificate.remove();
  await db.drop();
});

/** The name of the database that an address leads to. */
async function reached(url: string): Promise<string | undefined> {
  const opened = openDatabase(url, { connections: 1 });
  try {
    return (await opened.query<{ name: string }>('SELECT current_database() AS name')).rows[0]?.name;
  } finally {
    await opened.close();
  }
}

const nameOf = (url: string): string => new URL(url).pathname.slice(1);

/** The same database at another host and port. */
function at(host: string, port: number, query = ''): string {
  const url = new URL(db.url);
  url.host = `${host}:${String(port)}`;
  url.search = query;
  return url.href;
}

/** The server's own connection, at which a statement of others runs. */
async function isRunning(statement: string): Promise<boolean> {
  const { rows } = await db.pool.query("SELECT FROM pg_stat_activity WHERE query = $1 AND state = 'active'", [
    statement,
  ]);
  return rows.length > 0;
}

/** A reader who leaves ends the statement over this address too. */
async function cancelled(url: string): Promise<void> {
  const opened = openDatabase(url, { connections: 1 });
  try {
    const statement = `SELECT pg_sleep(100), '${randomBytes(4).toString('hex')}'`;
    const reader = new AbortController();
    const reading = cancelling(reader.signal, () => opened.query(statement));
    reading.catch(() => undefined);
    while (!(await isRunning(statement)));
    reader.abort(nobodyWaits());
    await expect(reading).rejects.toThrow('nobody waits');
    expect(await isRunning(statement)).toBe(false);
  } finally {
    await opened.close();
  }
}

describe('sslmode means what it means to libpq', () => {
  let encrypting: Front;
  let plain: Front;
  beforeAll(async () => {
    encrypting = await frontOf(db.url, { port: 0, host: '127.0.0.1' }, certificate);
    plain = await frontOf(db.url, { port: 0, host: '127.0.0.1' });
  });
  afterAll(() => Promise.all([encrypting.close(), plain.close()]));

  const root = (): string => `&sslrootcert=${encodeURIComponent(certificate.file)}`;

  it.each<[string, string, () => string, 'encrypted' | 'plain']>([
    ['none', '127.0.0.1', () => '', 'plain'],
    ['disable', '127.0.0.1', () => '?sslmode=disable', 'plain'],
    ['allow', '127.0.0.1', () => '?sslmode=allow', 'plain'],
    ['prefer', '127.0.0.1', () => '?sslmode=prefer', 'encrypted'],
    ['require, of a self-signed certificate', '127.0.0.1', () => '?sslmode=require', 'encrypted'],
    ['verify-ca, of another host', '127.0.0.1', () => `?sslmode=verify-ca${root()}`, 'encrypted'],
    ['verify-full', 'localhost', () => `?sslmode=verify-full${root()}`, 'encrypted'],
  ])('%s connects', async (_, host, query, how) => {
    const before = encrypting.counts[how];
    expect(await reached(at(host, encrypting.port, query()))).toBe(nameOf(db.url));
    expect(encrypting.counts[how]).toBeGreaterThan(before);
  });

  it.each<[string, string, () => string]>([
    ['verify-full of another host', '127.0.0.1', () => `?sslmode=verify-full${root()}`],
    ['verify-full of who signed itself', 'localhost', () => '?sslmode=verify-full'],
    ['verify-full by the roots of the system', 'localhost', () => '?sslrootcert=system'],
    ['verify-ca without a root', 'localhost', () => '?sslmode=verify-ca'],
    ['a root that is not there', 'localhost', () => '?sslmode=verify-full&sslrootcert=/none/root.crt'],
  ])('%s is refused in one line with the mend', async (_, host, query) => {
    const refused = reached(at(host, encrypting.port, query()));
    await expect(refused).rejects.toThrow(CannotConnect);
    await expect(refused).rejects.toThrow(
      /^cannot connect to [^\n]+; add sslrootcert=FILE to DATABASE_URL, or set sslmode=require [^\n]+$/,
    );
  });

  it('require of a server without encryption is refused', async () => {
    await expect(reached(at('127.0.0.1', plain.port, '?sslmode=require'))).rejects.toThrow(
      /^cannot connect to [^\n]+ does not support SSL connections; set sslmode [^\n]+$/,
    );
  });

  it('a cancel request is encrypted as the connection is', async () => {
    const before = encrypting.counts.encrypted;
    await cancelled(at('127.0.0.1', encrypting.port, '?sslmode=require'));
    expect(encrypting.counts.encrypted - before).toBe(2);
  });
});

describe('an address', () => {
  const hasIpv6 = Object.values(networkInterfaces()).some((all) => all?.some(({ address }) => address === '::1'));

  it.runIf(hasIpv6)('of IPv6 is reached, and cancelled at', async () => {
    const front = await frontOf(db.url, { port: 0, host: '::1' });
    try {
      expect(await reached(at('[::1]', front.port))).toBe(nameOf(db.url));
      await cancelled(at('[::1]', front.port));
    } finally {
      await front.close();
    }
  });

  it.each([
    'postgresql://USER:PASSWORD@/NAME?host=FOLDER&port=PORT',
    'postgresql:///NAME?host=FOLDER&port=PORT&user=USER&password=PASSWORD',
  ])('of a socket, %s, is reached, and cancelled at', async (form) => {
    const folder = mkdtempSync(path.join(tmpdir(), 'plumbline socket-'));
    const front = await frontOf(db.url, { path: path.join(folder, '.s.PGSQL.6543') });
    const { username, password } = new URL(db.url);
    const url = form
      .replace('USER', username)
      .replace('PASSWORD', password)
      .replace('NAME', nameOf(db.url))
      .replace('FOLDER', encodeURIComponent(folder))
      .replace('PORT', '6543');
    try {
      expect(await reached(url)).toBe(nameOf(db.url));
      await cancelled(url);
    } finally {
      await front.close();
      rmSync(folder, { recursive: true });
    }
  });

  it('has any sign in its password, percent-encoded', async () => {
    const role = `signs_${randomBytes(6).toString('hex')}`;
    const ascii = Array.from({ length: 95 }, (_, i) => String.fromCharCode(32 + i)).join('');
    const password = `${ascii}äß漢字🔑`;
    await db.pool.query(`CREATE ROLE ${role} LOGIN PASSWORD '${password.replaceAll("'", "''")}'`);
    try {
      const url = new URL(db.url);
      url.username = role;
      url.password = '';
      const written = (encoded: string): string => url.href.replace(`${role}@`, `${role}:${encoded}@`);
      expect(await reached(written(encodeURIComponent(password)))).toBe(nameOf(db.url));
      await expect(reached(written(encodeURIComponent(`${password}x`)))).rejects.toThrow(
        /^(?![^\n]*漢)cannot connect to [^\n]+; check user and password in DATABASE_URL$/,
      );
    } finally {
      await db.pool.query(`DROP ROLE ${role}`);
    }
  });
});
