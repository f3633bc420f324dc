import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { sha256 } from '../../evidence/sha256';
import { readStamp, type ReadStamp } from '../../sealed/stamps/timeStamp';
import { stampLine } from '../../words/en/stampList';
import { authoritiesIn, stampedBy, type Authority, type Stamped } from './authorities';
import { saidOf, withStamps } from './stampedFiles';
import { testAuthority, type Answering, type TestAuthority } from './testing/authority';
import { stampRequest } from './stampRequest';

const MANIFEST = Buffer.from(`${'0'.repeat(64)}  README.txt\n`);
const FILES = new Map([['manifest-sha256.txt', MANIFEST]]);

let first: TestAuthority;
let second: TestAuthority;
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'plumbline stamps '));
  [first, second] = [await testAuthority('First'), await testAuthority('Second')];
});
beforeEach(() => {
  first.answers('well');
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await first.close();
  await second.close();
});

const named = (): readonly Authority[] => [
  { name: 'one.example', url: first.url },
  { name: 'two.example', url: second.url },
];
const one = async (how: Answering, timeoutMs?: number): Promise<Stamped> => {
  first.answers(how);
  const [found] = await stampedBy(named().slice(0, 1), MANIFEST, timeoutMs);
  if (found === undefined) throw new Error('nobody was asked');
  return found;
};
const openssl = (...args: readonly string[]): string =>
  execFileSync('openssl', args, { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });

const readOver = (answer: Uint8Array, data: Uint8Array = MANIFEST): Promise<ReadStamp> =>
  readStamp(new Uint8Array(answer), { data: new Uint8Array(data), sha256: sha256(data) });

describe('a manifest is stamped', () => {
  it('by several authorities at once, and openssl verifies each stamp with its root alone', async () => {
    const { files, stamped } = await withStamps(FILES, named());
    expect(stamped.map(({ ok }) => ok)).toEqual([true, true]);
    expect([...files.keys()]).toEqual([
      'manifest-sha256.txt',
      ...['one', 'two'].flatMap((name) => [
        `manifest-sha256.txt.${name}.example.tsr`,
        `manifest-sha256.txt.${name}.example.pem`,
      ]),
      'manifest-sha256.txt.stamps.txt',
    ]);
    for (const [name, content] of files) writeFileSync(join(folder, name), content);
    for (const [name, { root }] of [
      ['one.example', first],
      ['two.example', second],
    ] as const) {
      const stamp = ['-in', `manifest-sha256.txt.${name}.tsr`, '-CAfile', root];
      expect(
        openssl(
          'ts',
          '-verify',
          ...stamp,
          '-data',
          'manifest-sha256.txt',
          '-untrusted',
          `manifest-sha256.txt.${name}.pem`,
        ),
      ).toMatch(/Verification: OK/);
      writeFileSync(join(folder, 'other.txt'), `${MANIFEST.toString()} `);
      expect(spawnSync('openssl', ['ts', '-verify', ...stamp, '-data', 'other.txt'], { cwd: folder }).status).not.toBe(
        0,
      );
    }
  });

  it('and says when, and by whom, as openssl prints it', async () => {
    const found = await one('well');
    if (!found.ok) throw new Error(found.fault);
    writeFileSync(join(folder, 'printed.tsr'), found.answer);
    const printed = /Time stamp: (.*)/.exec(openssl('ts', '-reply', '-in', 'printed.tsr', '-text'))?.[1] ?? '';
    expect(Date.parse(found.stamp.time)).toBe(Date.parse(printed));
    expect(found.stamp.authority).toBe('First Stamps');
    expect(found.stamp.certificates.length).toBe(2);
    expect(stampLine(saidOf(found))).toBe(`one.example: stamped ${found.stamp.time} by First Stamps`);
  });

  it('with a request that openssl reads: SHA-256, a nonce, and the wish for certificates', () => {
    writeFileSync(
      join(folder, 'request.tsq'),
      stampRequest(sha256(MANIFEST), Uint8Array.of(0x41, 2, 3, 4, 5, 6, 7, 8)),
    );
    const printed = openssl('ts', '-query', '-in', 'request.tsq', '-text');
    expect(printed).toMatch(/Hash Algorithm: sha256/);
    expect(printed).toMatch(/Nonce: 0x4102030405060708/);
    expect(printed).toMatch(/Certificate required: yes/);
  });

  it.each<readonly [Answering & string, string]>([
    ['refusing', 'one.example: no stamp; it refused to stamp'],
    ['error', 'one.example: no stamp; it answered with an error (503)'],
    ['no stamp', 'one.example: no stamp; its answer is not a time stamp of RFC 3161'],
    ['too much', 'one.example: no stamp; its answer is longer than any stamp'],
  ])('an authority that answers %s gives none, and is named in one line', async (how, line) => {
    expect(stampLine(saidOf(await one(how)))).toBe(line);
  });

  it('an authority that never answers, or is not there, gives none', async () => {
    expect(stampLine(saidOf(await one('never', 50)))).toBe('one.example: no stamp; it did not answer in time');
    const [gone] = await stampedBy([{ name: 'gone.example', url: 'http://127.0.0.1:1/' }], MANIFEST);
    expect(gone === undefined ? '' : stampLine(saidOf(gone))).toBe('gone.example: no stamp; it could not be reached');
  });

  it('an answer that was given before is none: its nonce is another’s', async () => {
    const before = await one('well');
    if (!before.ok) throw new Error(before.fault);
    expect(await one({ again: before.answer })).toMatchObject({ ok: false, fault: 'other-request' });
  });

  it('the bundle comes without the stamp that is missing, and says which', async () => {
    first.answers('error');
    const { files, stamped } = await withStamps(FILES, named());
    expect(stamped.map(({ ok }) => ok)).toEqual([false, true]);
    expect([...files.keys()].filter((name) => name.endsWith('.tsr'))).toEqual(['manifest-sha256.txt.two.example.tsr']);
    expect(files.get('manifest-sha256.txt.stamps.txt')?.toString()).toMatch(
      /^one\.example: no stamp; it answered with an error \(503\)\ntwo\.example: stamped .* by Second Stamps\n\nA time stamp \(RFC 3161\)/,
    );
  });
});

describe('a stamp in a bundle', () => {
  it('fits its manifest, and no other', async () => {
    const { stamped } = await withStamps(FILES, named());
    expect(stamped).toHaveLength(2);
    for (const found of stamped) {
      if (!found.ok) throw new Error(found.fault);
      expect(await readOver(found.answer)).toEqual({ ok: true, stamp: found.stamp });
      expect(await readOver(found.answer, Buffer.from('other'))).toEqual({ ok: false, fault: 'other-bytes' });
    }
  });

  it('of which one byte of the signature, or of the time, is another does not fit', async () => {
    const found = await one('well');
    if (!found.ok) throw new Error(found.fault);
    const broken = Buffer.from(found.answer);
    broken.writeUInt8(broken.readUInt8(broken.length - 1) ^ 1, broken.length - 1);
    expect(await readOver(broken)).toEqual({ ok: false, fault: 'signature' });
    const time = Buffer.from(found.stamp.time.replaceAll(/[-:T]|\..*/g, ''));
    const moved = Buffer.from(found.answer);
    const at = moved.indexOf(time);
    expect(at).toBeGreaterThan(0);
    moved.write('1999', at);
    expect(await readOver(moved)).toEqual({ ok: false, fault: 'signature' });
  });

  it('is of these bytes, and of others not, where a page has no cryptography to check its signature', async () => {
    const found = await one('well');
    if (!found.ok) throw new Error(found.fault);
    vi.stubGlobal('crypto', {});
    try {
      expect(await readOver(found.answer)).toEqual({ ok: false, fault: 'unchecked' });
      expect(await readOver(found.answer, Buffer.from('other'))).toEqual({ ok: false, fault: 'other-bytes' });
    } finally {
      vi.unstubAllGlobals();
    }
  });

  it('is no stamp where it is cut off or empty', async () => {
    const found = await one('well');
    if (!found.ok) throw new Error(found.fault);
    for (const bytes of [new Uint8Array(), found.answer.subarray(0, 100), Buffer.from('not DER')])
      expect(await readOver(bytes)).toEqual({ ok: false, fault: 'unreadable' });
  });
});

describe('PLUMBLINE_TIME_STAMPS', () => {
  it.each<readonly [string | undefined, ReturnType<typeof authoritiesIn>]>([
    [undefined, []],
    ['', []],
    [
      'https://a.example/tsr, http://b.example  https://a.example/other',
      [
        { name: 'a.example', url: 'https://a.example/tsr' },
        { name: 'b.example', url: 'http://b.example/' },
        { name: 'a.example-2', url: 'https://a.example/other' },
      ],
    ],
    ['https://a.example a.example', 'a.example'],
    ['ftp://a.example', 'ftp://a.example'],
  ])('%j', (text, expected) => {
    expect(authoritiesIn({ PLUMBLINE_TIME_STAMPS: text })).toEqual(expected);
  });
});
