import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { verification } from '../../api/verification';
import { checked } from '../../server/bundle/testing/laidOut';
import { unzipped } from '../../server/bundle/testing/unzipped';
import { zipOf } from '../../server/bundle/zip';
import { testAuthority, type TestAuthority } from '../../server/stamps/testing/authority';
import type { Ran } from '../testing/commandLine';
import { refusal, storedAtom, VIEW, type StoredAtom } from '../testing/storedAtom';

let stored: StoredAtom;
let authority: TestAuthority;
const before = { home: process.env['PLUMBLINE_HOME'], stamps: process.env['PLUMBLINE_TIME_STAMPS'] };
const set = (name: string, value: string | undefined): void => {
  if (value === undefined) Reflect.deleteProperty(process.env, name);
  else process.env[name] = value;
};
beforeAll(async () => {
  stored = await storedAtom();
  authority = await testAuthority('Court');
  set('PLUMBLINE_HOME', stored.inFolder('home'));
  mkdirSync(stored.inFolder('home'));
});
afterEach(() => {
  authority.answers('well');
});
afterAll(async () => {
  set('PLUMBLINE_HOME', before.home);
  set('PLUMBLINE_TIME_STAMPS', before.stamps);
  await authority.close();
  await stored.drop();
});

const exported = async (name: string, ...more: readonly string[]): Promise<Ran> =>
  stored.run('export', VIEW, '--bundle', stored.inFolder(name), ...more);

describe('export --bundle --stamp', () => {
  it('asks for stamps over the manifest: sha256sum, openssl and the bundle’s own script find everything as it should be', async () => {
    set('PLUMBLINE_TIME_STAMPS', authority.url);
    const { code, stdout, stderr } = await exported('stamped.zip', '--stamp');
    expect([code, stdout]).toEqual([0, '']);
    expect(stderr).toMatch(/stamped\.zip written\n127\.0\.0\.1: stamped \d{4}-.*Z by Court Stamps\n$/);
    const files = await unzipped(readFileSync(stored.inFolder('stamped.zip')));
    const own = stored.inFolder('stamped');
    mkdirSync(own);
    for (const [name, content] of files) writeFileSync(join(own, name), content);
    const shell = (tool: string, ...args: readonly string[]): string =>
      execFileSync(tool, args, { cwd: own, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
    expect(shell('sha256sum', '-c', 'manifest-sha256.txt')).not.toMatch(/FAILED/);
    // The command of the README, with the root that a reader gets from the authority.
    writeFileSync(join(own, 'root.pem'), readFileSync(authority.root));
    const command = /`openssl (ts -verify [^`]+)`/.exec(files.get('README.txt')?.toString() ?? '')?.[1] ?? '';
    expect(shell('openssl', ...command.split(' '))).toMatch(/Verification: OK/);
    expect(checked(files).lines.at(-1)).toBe('Everything fits.');
  });

  it('writes the bundle without a stamp that could not be had, names it, and exits with 3', async () => {
    set('PLUMBLINE_TIME_STAMPS', authority.url);
    authority.answers('error');
    const { code, stderr } = await exported('without.zip', '--stamp');
    expect(code).toBe(3);
    expect(stderr).toMatch(/127\.0\.0\.1: no stamp; it answered with an error \(503\)\n$/);
    const files = await unzipped(readFileSync(stored.inFolder('without.zip')));
    expect([...files.keys()].filter((name) => name.endsWith('.tsr'))).toEqual([]);
    expect(files.get('manifest-sha256.txt.stamps.txt')?.toString()).toMatch(/^127\.0\.0\.1: no stamp/);
  });

  it('is refused where nobody is named, or by no address, or without a bundle', async () => {
    set('PLUMBLINE_TIME_STAMPS', undefined);
    expect(refusal(await exported('x.zip', '--stamp'))).toMatch(
      /no time authority is named; set PLUMBLINE_TIME_STAMPS/,
    );
    set('PLUMBLINE_TIME_STAMPS', 'authority.example');
    expect(refusal(await exported('x.zip', '--stamp'))).toMatch(/names "authority\.example", which is not an address/);
    expect(refusal(await stored.run('export', VIEW, '--json', stored.inFolder('x.json'), '--stamp'))).toMatch(
      /--stamp has no effect without --bundle/,
    );
  });

  it('without --stamp nobody is asked, and the bundle is the same bytes again', async () => {
    set('PLUMBLINE_TIME_STAMPS', authority.url);
    authority.answers('never');
    expect((await exported('a.zip')).code).toBe(0);
    expect((await exported('b.zip')).code).toBe(0);
    expect(readFileSync(stored.inFolder('a.zip')).equals(readFileSync(stored.inFolder('b.zip')))).toBe(true);
  });
});

describe('pack --stamp', () => {
  const packed = (name: string): Promise<Ran> => stored.run('pack', VIEW, '--out', stored.inFolder(name), '--stamp');

  it('has its list of sums stamped, beside which the stamp lies', async () => {
    set('PLUMBLINE_TIME_STAMPS', authority.url);
    const { code, stderr } = await packed('pack.zip');
    expect([code, stderr]).toEqual([0, expect.stringMatching(/\n127\.0\.0\.1: stamped .* by Court Stamps\n$/)]);
    const files = await unzipped(readFileSync(stored.inFolder('pack.zip')));
    const own = stored.inFolder('pack');
    mkdirSync(own);
    const name = 'manifest-sha256.txt.127.0.0.1';
    for (const file of ['manifest-sha256.txt', `${name}.tsr`, `${name}.pem`])
      writeFileSync(join(own, file), files.get(file) ?? '');
    const stamp = ['-in', `${name}.tsr`, '-data', 'manifest-sha256.txt', '-untrusted', `${name}.pem`];
    expect(
      execFileSync('openssl', ['ts', '-verify', ...stamp, '-CAfile', authority.root], {
        ...{ cwd: own, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] },
      }),
    ).toMatch(/Verification: OK/);
  });

  it('is written without a stamp that could not be had, names it, and exits with 3', async () => {
    set('PLUMBLINE_TIME_STAMPS', authority.url);
    authority.answers('no stamp');
    const { code, stderr } = await packed('unstamped.zip');
    expect(code).toBe(3);
    expect(stderr).toMatch(/127\.0\.0\.1: no stamp; its answer is not a time stamp of RFC 3161\n$/);
  });
});

describe('verify of a stamped bundle', () => {
  const verified = async (files: ReadonlyMap<string, Buffer>) => {
    const file = stored.inFolder('verified.zip');
    writeFileSync(file, await zipOf(files));
    const { stdout, code } = await stored.run('verify', file, '--json');
    return { code, ...verification.parse(JSON.parse(stdout)), text: (await stored.run('verify', file)).stdout };
  };

  it('says the time and the authority', async () => {
    set('PLUMBLINE_TIME_STAMPS', authority.url);
    await exported('c.zip', '--stamp');
    const found = await verified(await unzipped(readFileSync(stored.inFolder('c.zip'))));
    expect(found).toMatchObject({
      ...{ verdict: 'identical', code: 0 },
      stamps: [{ name: '127.0.0.1', authority: 'Court Stamps', fault: null }],
    });
    expect(found.text).toMatch(
      /Time stamp: \d{4}-\d\d-\d\dT[\d:.]+Z by Court Stamps \(127\.0\.0\.1\)\. Whether to trust/,
    );
  });

  it('calls it altered where a stamp is of other bytes', async () => {
    set('PLUMBLINE_TIME_STAMPS', authority.url);
    await exported('d.zip', '--stamp');
    await stored.run('export', `${VIEW}&enter=0.05`, '--bundle', stored.inFolder('other.zip'), '--stamp');
    const files = new Map(await unzipped(readFileSync(stored.inFolder('d.zip'))));
    const name = 'manifest-sha256.txt.127.0.0.1.tsr';
    const other = (await unzipped(readFileSync(stored.inFolder('other.zip')))).get(name);
    const found = await verified(files.set(name, other ?? Buffer.alloc(0)));
    expect(found).toMatchObject({ verdict: 'altered', code: 3, stamps: [{ fault: 'other-bytes' }] });
    expect(found.text).toMatch(/Time stamp of 127\.0\.0\.1: its stamp is of other bytes than this manifest\.\n/);
    expect(found.text).not.toMatch(/sealed as/);
  });
});
