import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createHash, createPublicKey, verify } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readPicture } from '../../evidence/picture';
import { sampleSigner } from '../../evidence/testing/sampleSigner';
import { minuteRange } from '../../domain/minute';
import type { View } from '../../permalink/view';
import { at } from '../../store/testing/testAnswers';
import type { Context } from '../context';
import { fourVenues, NINE, question, valueOf, WICK, type FourVenues } from '../testing/fourVenues';
import { bundleOf } from './bundle';
import { unzipped } from './testing/unzipped';

let stored: FourVenues;
let context: Context;
let folder: string;
beforeAll(async () => {
  stored = await fourVenues();
  ({ context } = stored);
  folder = mkdtempSync(join(tmpdir(), 'plumbline bundle '));
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await stored.drop();
});

const view = (minute?: View['minute']): View => ({
  question: question({ range: minuteRange(at(NINE), at(NINE + 12)) }),
  scale: 'auto',
  focus: undefined,
  lines: [],
  minute,
});
const BY = { origin: 'https://plumbline.example', signer: sampleSigner() };
const bundle = async (of: View, by = BY): Promise<Uint8Array> => valueOf(await bundleOf(context, of, by)).bytes;

/** Laid out in a folder of its own. */
function laidOut(files: ReadonlyMap<string, Buffer>, name: string): string {
  const own = join(folder, name);
  mkdirSync(own);
  for (const [file, content] of files) writeFileSync(join(own, file), content);
  return own;
}
const check = (own: string): { readonly status: number | null; readonly stdout: string; readonly stderr: string } => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['check.mjs'], { cwd: own, encoding: 'utf8' });
  return { status, stdout, stderr };
};

describe('a bundle', () => {
  it('is checked by stock tools and by its own script, with the app switched off', async () => {
    const own = laidOut(await unzipped(await bundle(view(at(NINE + WICK)))), 'whole');
    // Of GNU; macOS and BSD have the other one.
    const [tool = '', ...options] =
      spawnSync('sha256sum', ['--version']).status === 0 ? ['sha256sum'] : ['shasum', '-a', '256'];
    const sums = execFileSync(tool, [...options, '-c', 'manifest-sha256.txt'], { cwd: own, encoding: 'utf8' });
    expect(
      sums
        .trim()
        .split('\n')
        .filter((line) => !line.endsWith(': OK')),
    ).toEqual([]);
    const { status, stdout, stderr } = check(own);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toMatch(/ok {4}market binance ATOM\/USD spot simulated: its candles have the hash of the digest\n/);
    expect(stdout).toMatch(/Everything fits\.\n$/);
    const { digest } = JSON.parse(readFileSync(join(own, 'facts.json'), 'utf8')) as { digest: string };
    const text = readFileSync(join(own, 'digest.txt'));
    expect(digest).toBe(`sha256:${createHash('sha256').update(text).digest('hex')}`);
    expect(readPicture(readFileSync(join(own, 'picture.png')))?.digest).toBe(digest);
  });

  it('is signed over its manifest', async () => {
    const files = await unzipped(await bundle(view()));
    const [manifest, signature, pem] = ['manifest-sha256.txt', 'manifest-sha256.txt.sig', 'key.pem'].map(
      (name) => files.get(name) ?? Buffer.alloc(0),
    ) as [Buffer, Buffer, Buffer];
    expect(verify(null, manifest, createPublicKey(pem), signature)).toBe(true);
    expect(verify(null, Buffer.concat([manifest, Buffer.from(' ')]), createPublicKey(pem), signature)).toBe(false);
  });

  it.each([
    ['a price', 'candles.csv', '100,100,50,100', '100,100,60,100', /FAULT market binance ATOM\/USD spot simulated/],
    ['a line of the digest’s text', 'digest.txt', 'min-peers 3', 'min-peers 2', /FAULT digest\.txt has the digest/],
    ['a figure', 'rows.csv', '-0.5', '-0.4', /FAULT rows\.csv is the file of the manifest/],
  ])('of which somebody altered %s is told by its script', async (_, name, from, to, fault) => {
    const files = new Map(await unzipped(await bundle(view(at(NINE + WICK)))));
    const was = (files.get(name) ?? Buffer.alloc(0)).toString();
    expect(was).toContain(from);
    files.set(name, Buffer.from(was.replace(from, to)));
    const { status, stdout } = check(laidOut(files, `altered ${name}`));
    expect(status).toBe(1);
    expect(stdout).toMatch(fault);
  });

  it('is the same bytes again', async () => {
    expect(Buffer.from(await bundle(view())).equals(Buffer.from(await bundle(view())))).toBe(true);
  });

  it('says that it is simulated, and where nobody could sign that it is not signed', async () => {
    const files = await unzipped(
      valueOf(await bundleOf(context, view(), { origin: undefined, signer: undefined })).bytes,
    );
    const readme = files.get('README.txt')?.toString() ?? '';
    expect(readme).toMatch(/^SIMULATED PRICES\. NO EXCHANGE PUBLISHED THEM\./);
    expect(readme).toContain('The manifest is not signed');
    expect([...files.keys()]).not.toContain('key.pem');
    expect(files.get('rows.csv')?.toString()).toContain(',true\n');
  });
});
