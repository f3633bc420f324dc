import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createHash, createPublicKey, verify } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readPicture } from '../../evidence/picture';
import { otherSigner, sampleSigner } from '../../evidence/testing/sampleSigner';
import { minuteRange } from '../../domain/minute';
import type { View } from '../../permalink/view';
import { at } from '../../store/testing/testAnswers';
import type { Context } from '../context';
import { fourVenues, NINE, question, valueOf, WICK, type FourVenues } from '../testing/fourVenues';
import { bundleOf } from './bundle';
import { checked } from './testing/laidOut';
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

const made = new Map<View['minute'], Promise<Uint8Array>>();
/** The same, made once: nothing is written to the database meanwhile. */
function sameBundle(minute?: View['minute']): Promise<Uint8Array> {
  const found = made.get(minute) ?? bundle(view(minute));
  made.set(minute, found);
  return found;
}

/** Laid out in a folder of its own. */
function laidOut(files: ReadonlyMap<string, Buffer>, name: string): string {
  const own = join(folder, name);
  mkdirSync(own);
  for (const [file, content] of files) writeFileSync(join(own, file), content);
  return own;
}

describe('a bundle', () => {
  it('is checked by stock tools and by its own script, with the app switched off', async () => {
    const files = await unzipped(await sameBundle(at(NINE + WICK)));
    const own = laidOut(files, 'whole');
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
    const { status, lines, stderr } = checked(files);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(lines.map((line) => line.replace(/[0-9a-f]{64}/, '…'))).toEqual([
      'ok    17 files against the manifest',
      expect.stringMatching(/^ok {4}manifest-sha256\.txt is signed by key\.pem/),
      'ok    the files of JSON are the text that their values give',
      'ok    parameters.json has the fields of a question and of what its figures depend on',
      'ok    digest.txt has the digest sha256:… and says what parameters.json says',
      'ok    digest-minute.txt has the digest sha256:… and asks of the minute 2025-10-10T21:01Z alone',
      expect.stringMatching(/^ok {4}candles\.csv and set-aside\.csv: [0-9,]+ candles, each minute of a book once$/),
      'ok    by the sources of the candles prices are SIMULATED, as every file says',
      expect.stringMatching(/^ok {4}picture\.png names the same address, digest and method, and whether/),
      'ok    candles.csv against the hashes of 4 books in digest.txt',
      'ok    candles.csv against the hashes of 4 books in digest-minute.txt',
      'ok    provenance.csv: 0 requests; 0 of the replies are in replies.warc, with their SHA-256',
      'ok    rates.csv: 0 rates of a venue, a quote and a minute, 0 figures and legs computed again',
      'ok    rows.csv: 4 rows, 132 figures computed again',
      'ok    answer.json: the minute 2025-10-10T21:01Z, 4 venues, 136 figures computed again',
      expect.stringMatching(
        /^ok {4}window\.json: 4 markets, 2 episodes, the market's fall, [0-9,]+ figures computed again$/,
      ),
      expect.stringMatching(/^Everything fits\. Not compared: .*pixels and words of picture\.png\.$/),
    ]);
    const { digest } = JSON.parse(readFileSync(join(own, 'parameters.json'), 'utf8')) as { digest: string };
    const text = readFileSync(join(own, 'digest.txt'));
    expect(digest).toBe(`sha256:${createHash('sha256').update(text).digest('hex')}`);
    expect(readPicture(readFileSync(join(own, 'picture.png')))?.digest).toBe(digest);
  });

  it('is signed over its manifest', async () => {
    const files = await unzipped(await sameBundle());
    const [manifest, signature, pem] = ['manifest-sha256.txt', 'manifest-sha256.txt.sig', 'key.pem'].map(
      (name) => files.get(name) ?? Buffer.alloc(0),
    ) as [Buffer, Buffer, Buffer];
    expect(verify(null, manifest, createPublicKey(pem), signature)).toBe(true);
    expect(verify(null, Buffer.concat([manifest, Buffer.from(' ')]), createPublicKey(pem), signature)).toBe(false);
  });

  it('of which somebody altered one candle shows by its script whose, and what followed from it', async () => {
    const files = new Map<string, Buffer | string>(await unzipped(await sameBundle(at(NINE + WICK))));
    const was = String(files.get('candles.csv'));
    expect(was).toContain('100,100,50,100');
    files.set('candles.csv', was.replace('100,100,50,100', '100,100,60,100'));
    const { status, lines } = checked(files);
    expect(status).toBe(1);
    expect(lines).toContain('        candles.csv is not the file of the manifest');
    expect(lines).toContain('        binance ATOM/USD spot simulated: its candles do not have the hash of digest.txt');
    expect(lines).toContain('        rows.csv binance ATOM/USD spot 2025-10-10T21:01Z dLow: -0.5; computed: -0.4');
  });

  it('in which the picture of another view lies, or the signature of another key, is told by its script', async () => {
    const files = new Map<string, Buffer | string>(await unzipped(await sameBundle()));
    const other = await unzipped(await bundle(view(at(NINE + WICK)), { ...BY, signer: otherSigner() }));
    for (const name of ['picture.png', 'manifest-sha256.txt.sig']) files.set(name, other.get(name) ?? '');
    const { status, lines } = checked(files);
    expect(status).toBe(1);
    expect(lines).toContain('        the signature is not of this manifest by this key');
    expect(lines.some((line) => line.startsWith('        picture.png says the permalink '))).toBe(true);
  });

  it('is the same bytes again', async () => {
    expect(Buffer.from(await sameBundle()).equals(Buffer.from(await bundle(view())))).toBe(true);
  });

  it('says that it is simulated, and where nobody could sign that it is not signed', async () => {
    const files = await unzipped(
      valueOf(await bundleOf(context, view(), { origin: undefined, signer: undefined })).bytes,
    );
    const readme = files.get('README.txt')?.toString() ?? '';
    expect(readme).toMatch(/^SIMULATED PRICES\. NO EXCHANGE PUBLISHED THEM\./);
    expect(readme).toContain('The manifest is not signed');
    expect(readme).toContain('That nobody signed the manifest it names, too.');
    expect([...files.keys()]).not.toContain('key.pem');
    expect(files.get('rows.csv')?.toString()).toContain(',true\n');
  });
});
