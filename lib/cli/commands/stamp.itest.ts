import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { verification } from '../../api/verification';
import { STAMP_KEYWORD } from '../../domain/stampNames';
import { withTexts } from '../../evidence/pngText';
import { textsOf } from '../../sealed/pngFile';
import { readStampText, stampText } from '../../sealed/stamps/stamp';
import { publishedNow } from '../../server/keys/publishedKeys';
import { evidenceIn, verify } from '../../server/verify/verify';
import { checked } from '../../server/bundle/testing/laidOut';
import { unzipped } from '../../server/bundle/testing/unzipped';
import { zipOf } from '../../server/bundle/zip';
import { testAuthority, type TestAuthority } from '../../server/stamps/testing/authority';
import type { Ran } from '../testing/commandLine';
import { refusal, storedAtom, VIEW, type StoredAtom } from '../testing/storedAtom';

vi.mock(import('../../domain/pictureLook'), async (original) =>
  (await import('../../server/testing/atDensityOne')).atDensityOne(original),
);

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

/** What is made the first time it is asked for, and given again: nothing is written to the database meanwhile. */
function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => (made ??= make());
}

/** The bundle of VIEW with a stamp, which the authority gave. */
const stampedBundle = once(async () => {
  set('PLUMBLINE_TIME_STAMPS', authority.url);
  return {
    ran: await exported('stamped.zip', '--stamp'),
    files: await unzipped(readFileSync(stored.inFolder('stamped.zip'))),
  };
});

describe('export --bundle --stamp', () => {
  it('asks for stamps over the manifest: sha256sum, openssl and the bundle’s own script find everything as it should be', async () => {
    const { ran, files } = await stampedBundle();
    const { code, stdout, stderr } = ran;
    expect([code, stdout]).toEqual([0, '']);
    expect(stderr).toMatch(/stamped\.zip written\n127\.0\.0\.1: stamped \d{4}-.*Z by Court Stamps\n$/);
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
    expect(checked(files).lines.at(-1)).toMatch(/^Everything fits\. /);
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

  it('is refused where nobody is named, or by no address, or with neither picture nor bundle', async () => {
    set('PLUMBLINE_TIME_STAMPS', undefined);
    expect(refusal(await exported('x.zip', '--stamp'))).toMatch(
      /no time authority is named; set PLUMBLINE_TIME_STAMPS/,
    );
    set('PLUMBLINE_TIME_STAMPS', 'authority.example');
    expect(refusal(await exported('x.zip', '--stamp'))).toMatch(/names "authority\.example", which is not an address/);
    expect(refusal(await stored.run('export', VIEW, '--json', stored.inFolder('x.json'), '--stamp'))).toMatch(
      /--stamp has no effect without --png or --bundle/,
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

/** Of docs/seal.md: the script that takes stamps out, and the commands that check them. */
function documented(): { readonly script: string; readonly commands: readonly (readonly string[])[] } {
  const [, section = ''] = /\n## Time stamps\n([^]*?)\n## /.exec(readFileSync('docs/seal.md', 'utf8')) ?? [];
  const [, script = ''] = /```js\n([^]*?)```/.exec(section) ?? [];
  const [, commands = ''] = /```sh\n([^]*?)```/.exec(section) ?? [];
  return {
    script,
    commands: commands
      .trim()
      .split('\n')
      .map((line) => line.split(' ')),
  };
}

describe('export --png --stamp', () => {
  // The smallest frame: most of what follows is drawn again.
  const picture = async (name: string, ...more: readonly string[]): Promise<Ran> =>
    stored.run('export', VIEW, '--size', 'card', '--png', stored.inFolder(name), ...more);
  /** The picture of VIEW with a stamp, which the authority gave, and without one. */
  const stamped = once(async () => {
    set('PLUMBLINE_TIME_STAMPS', authority.url);
    expect((await picture('stamped.png', '--stamp')).code).toBe(0);
    return readFileSync(stored.inFolder('stamped.png'));
  });
  const plain = once(async () => {
    await picture('plain.png');
    return readFileSync(stored.inFolder('plain.png'));
  });
  const verified = async (png: Buffer, ...more: readonly string[]) => {
    const file = stored.inFolder('verified.png');
    writeFileSync(file, png);
    const { stdout, code } = await stored.run('verify', file, '--json', ...more);
    return { code, ...verification.parse(JSON.parse(stdout)) };
  };
  /** Of the picture verified last. */
  const inWords = async (...more: readonly string[]): Promise<string> =>
    (await stored.run('verify', stored.inFolder('verified.png'), ...more)).stdout;
  const stampOf = (png: Buffer): string => textsOf(png).get(STAMP_KEYWORD) ?? '';
  const sealOf = (png: Buffer): string => textsOf(png).get('plumbline:seal') ?? '';
  /** The picture of VIEW with that stamp alone. */
  const withStamp = async (text: string): Promise<Buffer> => withTexts(await plain(), [[STAMP_KEYWORD, text]]);
  /** Whether openssl takes the first stamp of a picture, laid out as docs/seal.md has it. */
  const byOpenssl = (png: Buffer, folder: string, ...more: readonly string[]): boolean => {
    const own = stored.inFolder(folder);
    mkdirSync(own);
    const { script, commands } = documented();
    expect(commands).toHaveLength(4);
    for (const [name, content] of [
      ['F.png', png],
      ['stamps.mjs', script],
      ['root.pem', readFileSync(authority.root)],
    ] as const)
      writeFileSync(join(own, name), content);
    const out = { cwd: own, encoding: 'utf8' } as const;
    expect(spawnSync(process.execPath, ['stamps.mjs', 'F.png'], out).stdout).toBe('stamp-1.tsr 127.0.0.1\n');
    const ran = commands.map(([tool = '', ...args], i) => spawnSync(tool, i === 3 ? [...args, ...more] : args, out));
    expect(ran[0]?.stdout).toMatch(/Time stamp: /);
    return ran[3]?.status === 0 && /Verification: OK/.test(ran[3].stdout + ran[3].stderr);
  };

  it('has the seal stamped: the commands of docs/seal.md find it, and everything else is the same bytes', async () => {
    const png = await stamped();
    expect(byOpenssl(png, 'documented')).toBe(true);
    expect(readFileSync(join(stored.inFolder('documented'), 'seal'), 'utf8')).toBe(sealOf(png));
    expect((await withStamp(stampOf(png))).equals(png)).toBe(true);
  });

  it('verify says time, authority and what the certificate is worth, and trusts those it is told to', async () => {
    const png = await stamped();
    const stamp = { name: '127.0.0.1', of: 'seal', authority: 'Court Stamps', fault: null, certificate: 'valid' };
    const found = await verified(png);
    expect(found).toMatchObject({ code: 0, verdict: 'identical', stamps: [{ ...stamp, isTrusted: false }] });
    expect(await inWords()).toMatch(/over exactly this seal; its signature holds\. .* says nothing against it/);
    const trusting = await verified(png, '--roots', authority.root);
    expect(trusting).toMatchObject({ code: 0, verdict: 'identical', stamps: [{ ...stamp, isTrusted: true }] });
    expect(await inWords('--roots', authority.root)).toMatch(/A certificate trusted here vouches for it/);
    set('PLUMBLINE_TIME_ROOTS', authority.root);
    expect(await verified(png)).toMatchObject({ stamps: [{ ...stamp, isTrusted: true }] });
    set('PLUMBLINE_TIME_ROOTS', undefined);
    expect(refusal(await stored.run('verify', stored.inFolder('verified.png'), '--roots', 'README.md'))).toMatch(
      /README\.md holds no certificate/,
    );
  });

  it('verify tells a stamp of another seal from one that was altered, as openssl refuses both', async () => {
    set('PLUMBLINE_TIME_STAMPS', authority.url);
    const view = `${VIEW}&enter=0.05`;
    await stored.run('export', view, '--size', 'card', '--png', stored.inFolder('other.png'), '--stamp');
    const other = await withStamp(stampOf(readFileSync(stored.inFolder('other.png'))));
    expect(await verified(other)).toMatchObject({
      code: 3,
      verdict: 'altered',
      stamps: [{ of: 'seal', fault: 'other-bytes', time: null }],
    });
    expect(await inWords()).toMatch(/Time stamp of 127\.0\.0\.1: its stamp is of other bytes than this seal\.\n/);
    expect(byOpenssl(other, 'other')).toBe(false);
    const { name, answer } = readStampText(stampOf(await stamped()));
    const last = Buffer.from(answer.buffer, answer.length - 1);
    last.writeUInt8(last.readUInt8() ^ 1);
    const broken = await withStamp(stampText(name, answer));
    expect(await verified(broken)).toMatchObject({
      code: 3,
      verdict: 'altered',
      stamps: [{ fault: 'signature', time: null }],
    });
    expect(byOpenssl(broken, 'broken')).toBe(false);
    expect(await verified(await withStamp('x\nno base64'))).toMatchObject({
      verdict: 'altered',
      stamps: [{ fault: 'unreadable' }],
    });
  });

  it('verify says that a certificate has expired since, where openssl refuses it too, and the picture stays unaltered', async () => {
    const png = await stamped();
    const now = new Date(Date.now() + 60 * 86_400_000);
    const evidence = await evidenceIn(new Uint8Array(png));
    const keys = { ...(await publishedNow(process.env)), timeRoots: [readFileSync(authority.root, 'utf8')] };
    expect(await verify(evidence, { context: undefined, keys, now })).toMatchObject({
      ...{ verdict: 'not-compared', stamps: [{ fault: null, certificate: 'expired', isTrusted: true }] },
    });
    const at = ['-attime', String(Math.floor(now.getTime() / 1000))];
    expect(byOpenssl(png, 'expired', ...at)).toBe(false);
  });

  it('writes the picture as it is where no stamp could be had, names the authority, and exits with 3', async () => {
    set('PLUMBLINE_TIME_STAMPS', authority.url);
    authority.answers('error');
    const { code, stderr } = await picture('without.png', '--stamp');
    expect([code, stderr]).toEqual([
      3,
      expect.stringMatching(/127\.0\.0\.1: no stamp; it answered with an error \(503\)\n$/),
    ]);
    expect(readFileSync(stored.inFolder('without.png')).equals(await plain())).toBe(true);
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
    writeFileSync(join(own, 'root.pem'), readFileSync(authority.root));
    // The README lists what beside the stamps' authorities is there, and gives the command, on one line, that checks a stamp.
    const readme = files.get('README.txt')?.toString() ?? '';
    expect([...files.keys()].filter((file) => file.startsWith('manifest-sha256.txt.')).sort()).toEqual(
      [`${name}.pem`, `${name}.tsr`, 'manifest-sha256.txt.sig', 'manifest-sha256.txt.stamps.txt'].sort(),
    );
    expect(readme).toContain(
      'manifest-sha256.txt.stamps.txt, manifest-sha256.txt.NAME.tsr, manifest-sha256.txt.NAME.pem\n',
    );
    expect(readme).toContain('Time authorities (127.0.0.1)');
    const command = /`openssl (ts -verify [^`]+)`/.exec(readme)?.[1] ?? '';
    expect(
      execFileSync('openssl', command.split(' '), {
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
    const found = await verified((await stampedBundle()).files);
    expect(found).toMatchObject({
      ...{ verdict: 'identical', code: 0 },
      stamps: [
        {
          name: '127.0.0.1',
          of: 'manifest',
          authority: 'Court Stamps',
          fault: null,
          certificate: 'valid',
          isTrusted: false,
        },
      ],
    });
    expect(found.text).toMatch(
      /Time stamp: \d{4}-\d\d-\d\dT[\d:.]+Z by Court Stamps \(127\.0\.0\.1\), over exactly this manifest; its signature holds\. Its certificate was valid then and is now\. It is not among the authorities trusted here, which says nothing against it/,
    );
  });

  it('calls it altered where what stands beside a stamp is not what the stamp says', async () => {
    const { files } = await stampedBundle();
    const [list, pem] = ['manifest-sha256.txt.stamps.txt', 'manifest-sha256.txt.127.0.0.1.pem'];
    const edited = (name: string, from: RegExp, to: string): ReadonlyMap<string, Buffer> =>
      new Map([...files, [name, Buffer.from((files.get(name)?.toString() ?? '').replace(from, to))]]);
    for (const [name, changed] of [
      [list, edited(list, /stamped 2/, 'stamped 1')],
      [list, edited(list, /Court/, 'DigiCert')],
      [list, edited(list, /^/, 'one.example: stamped 2025-10-10T21:20:05.000Z by One\n')],
      [list, new Map([...files].filter(([one]) => one !== list))],
      [pem, edited(pem, /^/, 'of the exchange\n')],
      [pem, new Map([...files].filter(([one]) => one !== pem))],
    ] as const) {
      const found = await evidenceIn(await zipOf(changed));
      expect(found.kind === 'sealed' ? found.altered.facts.map((fact) => fact.name) : found.kind).toEqual([name]);
    }
  });

  it('calls it altered where a stamp is of other bytes', async () => {
    set('PLUMBLINE_TIME_STAMPS', authority.url);
    await stored.run('export', `${VIEW}&enter=0.05`, '--bundle', stored.inFolder('other.zip'), '--stamp');
    const files = new Map((await stampedBundle()).files);
    const name = 'manifest-sha256.txt.127.0.0.1.tsr';
    const other = (await unzipped(readFileSync(stored.inFolder('other.zip')))).get(name);
    const found = await verified(files.set(name, other ?? Buffer.alloc(0)));
    expect(found).toMatchObject({ verdict: 'altered', code: 3, stamps: [{ fault: 'other-bytes' }] });
    expect(found.text).toMatch(/Time stamp of 127\.0\.0\.1: its stamp is of other bytes than this manifest\.\n/);
    expect(found.text).not.toMatch(/sealed as/);
  });
});
