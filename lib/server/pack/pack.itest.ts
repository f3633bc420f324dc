import { execFileSync, spawnSync } from 'node:child_process';
import { createHash, createPublicKey, verify as isSigned } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { minuteRange } from '../../domain/minute';
import { readPdf, unspaced } from '../../evidence/pdf/testing/pdfText';
import { keyId } from '../../evidence/seal';
import { sampleSigner } from '../../evidence/testing/sampleSigner';
import type { View } from '../../permalink/view';
import { at } from '../../store/testing/testAnswers';
import { accusingIn } from '../../words/accusing';
import { LANGUAGES, type Language } from '../../words/languages';
import { bundleFiles } from '../bundle/bundle';
import { unzipped } from '../bundle/testing/unzipped';
import type { Context } from '../context';
import { publishedKeysOf } from '../keys/publishedKeys';
import { speakingAs } from '../language/speaking';
import { loadTranslations } from '../language/translations';
import { asset, fourVenues, NINE, question, valueOf, WICK, type FourVenues } from '../testing/fourVenues';
import { evidenceIn, verify } from '../verify/verify';
import { packOf, type Pack, type PackOptions } from './pack';

let stored: FourVenues;
let context: Context;
let folder: string;
/** A pack of a minute and its window, and how far it was while it was made. */
let whole: Awaited<ReturnType<typeof packed>>;
const shares: number[] = [];
beforeAll(async () => {
  loadTranslations();
  stored = await fourVenues();
  ({ context } = stored);
  folder = mkdtempSync(join(tmpdir(), 'plumbline pack '));
  whole = await packed([MINUTE, WINDOW], { onProgress: (share) => shares.push(share) });
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await stored.drop();
});

const RANGE = minuteRange(at(NINE), at(NINE + 12));
const view = (minute?: View['minute'], change: Parameters<typeof question>[0] = {}): View => ({
  question: question({ range: RANGE, ...change }),
  scale: 'auto',
  focus: undefined,
  lines: [],
  minute,
});
const MINUTE = view(at(NINE + WICK));
const WINDOW = view();
const NOTHING = view(undefined, { asset: asset('NOPE') });
const UNASKED_YEAR = view(undefined, { range: minuteRange(at('2024-01-01T00:00Z'), at('2024-01-01T00:10Z')) });

const BY = { origin: 'https://plumbline.example', signer: sampleSigner() };
const packed = async (
  views: readonly View[],
  options: PackOptions = {},
  language: Language = 'en',
): Promise<Pack & { readonly files: ReadonlyMap<string, Buffer> }> => {
  const pack = valueOf(await speakingAs({ language, isChosen: true }, () => packOf(context, views, BY, options)));
  return { ...pack, files: await unzipped(pack.bytes) };
};
const text = (files: ReadonlyMap<string, Buffer>, name: string): string => files.get(name)?.toString() ?? '';

function laidOut(files: ReadonlyMap<string, Buffer>, name: string): string {
  const own = join(folder, name);
  for (const [file, content] of files) {
    mkdirSync(dirname(join(own, file)), { recursive: true });
    writeFileSync(join(own, file), content);
  }
  return own;
}

describe('a pack', () => {
  it('is checked by stock tools, and each exhibit by its own script, with the app switched off', () => {
    const { files } = whole;
    const own = laidOut(files, 'whole');
    // Of GNU; macOS and BSD have the other one.
    const [tool = '', ...options] =
      spawnSync('sha256sum', ['--version']).status === 0 ? ['sha256sum'] : ['shasum', '-a', '256'];
    const sums = execFileSync(tool, [...options, '-c', 'manifest-sha256.txt'], { cwd: own, encoding: 'utf8' });
    const lines = sums.trim().split('\n');
    expect(lines.filter((line) => !line.endsWith(': OK'))).toEqual([]);
    // All but the list itself, its signature and the key beside it.
    expect(lines).toHaveLength(files.size - 3);
    for (const exhibit of ['exhibit-01', 'exhibit-02']) {
      const { status, stdout } = spawnSync(process.execPath, ['check.mjs'], {
        cwd: join(own, exhibit),
        encoding: 'utf8',
      });
      expect(status).toBe(0);
      expect(stdout).toMatch(/\nEverything fits\. Not compared: .*\n$/);
    }
  });

  it('is signed over its list of sums', () => {
    const { files } = whole;
    const [manifest, signature] = ['manifest-sha256.txt', 'manifest-sha256.txt.sig'].map(
      (name) => files.get(name) ?? Buffer.alloc(0),
    ) as [Buffer, Buffer];
    const key = createPublicKey(text(files, 'key.pem'));
    expect(isSigned(null, manifest, key, signature)).toBe(true);
    expect(isSigned(null, Buffer.concat([manifest, Buffer.from(' ')]), key, signature)).toBe(false);
  });

  it('has each bundle as it is by itself, in a folder of its number, and its picture is identical', async () => {
    const { files } = whole;
    for (const [i, one] of [MINUTE, WINDOW].entries()) {
      const alone = valueOf(await bundleFiles(context, one, BY)).files;
      for (const [name, content] of alone)
        expect(files.get(`exhibit-0${String(i + 1)}/${name}`)?.equals(content)).toBe(true);
    }
    const created = '2025-10-10T00:00:00.000Z';
    const keys = publishedKeysOf([{ ...BY.signer, created, retired: undefined }]);
    const evidence = await evidenceIn(new Uint8Array(files.get('exhibit-01/picture.png') ?? []));
    expect(await verify(evidence, { context, keys })).toMatchObject({ verdict: 'identical' });
    // The pack itself is no bundle, and is said to be a pack.
    await expect(evidenceIn(new Uint8Array(whole.bytes))).rejects.toMatchObject({ fault: 'pack' });
  });

  it('says every fact of an exhibit in its document', async () => {
    const { files } = await packed([MINUTE], { zone: 'utc+9' });
    const { pages, title, created } = await readPdf(files.get('pack.pdf') ?? Buffer.alloc(0));
    expect(pages).toHaveLength(1 + 2 + 1);
    expect(title).toBe('SIMULATED · Exhibits: ATOM');
    // The last answer stored of these books.
    expect(created).toMatch(/^D:20260102/);
    const answer = JSON.parse(text(files, 'exhibit-01/answer.json')) as { sentence: string; digest: string };
    const facts = JSON.parse(text(files, 'exhibit-01/parameters.json')) as { address: string; digest: string };
    const hash = (name: string): string =>
      createHash('sha256')
        .update(files.get(name) ?? '')
        .digest('hex');
    const page = unspaced(pages[2] ?? '');
    for (const fact of [
      answer.sentence,
      '2025-10-10 21:01 UTC',
      '2025-10-11 06:01 UTC+9',
      '2025-10-10 21:00 to 2025-10-10 21:12 UTC',
      'Binance ATOM/USD, Coinbase ATOM/USD, Kraken ATOM/USD, OKX ATOM/USD (simulated REST klines)',
      'median of the other venues, at least 3 of them',
      '2 %; an episode ends below 1 %',
      'USD as quoted',
      // Prices: the low of 50 against a median of 100, half as much.
      'Binance ATOM/USD 50.000 100.000 −50.00 %',
      facts.address,
      facts.digest,
      answer.digest,
      hash('exhibit-01/picture.png'),
      hash('exhibit-01/manifest-sha256.txt'),
      keyId(BY.signer.publicKey),
      'sha256sum -c manifest-sha256.txt',
      'node check.mjs',
    ])
      expect(page).toContain(unspaced(fact));
    for (const one of pages) expect(one).toContain('SIMULATED');
  });

  it('lists its exhibits as CSV and as a page, with the figures of their own files', () => {
    const { files } = whole;
    const rows: Record<string, string>[] = parse(text(files, 'index.csv'), { columns: true });
    expect(rows.map(({ exhibit, minute, from, to, simulated }) => [exhibit, minute, from, to, simulated])).toEqual([
      ['1', '2025-10-10T21:01Z', '2025-10-10T21:00Z', '2025-10-10T21:12Z', 'true'],
      ['2', '', '2025-10-10T21:00Z', '2025-10-10T21:12Z', 'true'],
    ]);
    for (const { folder: own = '', digest = '', finding = '', address = '' } of rows) {
      expect(text(files, `${own}/view.md`)).toContain(digest);
      expect(text(files, `${own}/README.txt`)).toContain(finding);
      expect(text(files, `${own}/parameters.json`)).toContain(address);
      expect(text(files, 'index.html')).toContain(address.replaceAll('&', '&amp;'));
    }
  });

  it('is the same bytes again', async () => {
    const again = await packed([MINUTE, WINDOW]);
    expect(Buffer.from(whole.bytes).equals(Buffer.from(again.bytes))).toBe(true);
  });

  it('is made without an address that has no data, and names it wherever exhibits are listed', async () => {
    const { files, exhibits, missing } = await packed([NOTHING, MINUTE, UNASKED_YEAR]);
    expect(exhibits).toBe(1);
    expect(missing.map(({ address }) => address.replace(/\?.*/, ''))).toEqual([
      'https://plumbline.example/NOPE',
      'https://plumbline.example/ATOM',
    ]);
    const { pages } = await readPdf(files.get('pack.pdf') ?? Buffer.alloc(0));
    for (const listed of [text(files, 'README.txt'), text(files, 'index.html'), text(files, 'index.csv'), pages[0]])
      expect(listed).toContain('https://plumbline.example/NOPE');
    expect([...files.keys()].filter((name) => name.startsWith('exhibit-02'))).toEqual([]);
  });

  it('is none where no address has data', async () => {
    expect(await packOf(context, [NOTHING], BY)).toMatchObject({ ok: false, code: 'not-held' });
    expect(await packOf(context, [UNASKED_YEAR], BY)).toMatchObject({ ok: false, code: 'not-held' });
  });

  it('says so where nobody could sign', async () => {
    const pack = valueOf(await packOf(context, [WINDOW], { origin: undefined, signer: undefined }));
    const files = await unzipped(pack.bytes);
    expect(text(files, 'README.txt')).toContain('The list of sums is not signed');
    expect([...files.keys()]).not.toContain('key.pem');
  });

  it('tells how far it is', () => {
    // Before each of two exhibits, and before the documents.
    expect(shares).toEqual([0, 1 / 3, 2 / 3]);
  });
});

describe('the texts of a pack', () => {
  it.each(LANGUAGES)('in %s measure, and accuse nobody; every page says that it is simulated', async (language) => {
    const { files } = await packed([MINUTE, NOTHING], { zone: 'new-york' }, language);
    const documents = await Promise.all(
      ['pack.pdf', 'index.pdf'].map(async (name) => readPdf(files.get(name) ?? Buffer.alloc(0))),
    );
    const texts = ['README.txt', 'certification.txt', 'index.html', 'index.csv'].map((name) => text(files, name));
    const said = [...texts, ...documents.flatMap(({ pages }) => pages)];
    expect(said.flatMap(accusingIn)).toEqual([]);
    for (const one of said) expect(one).toMatch(/SIMULATED|true/);
    for (const document of documents) {
      expect(document.language).toBe(language);
      expect(document.pages.join('')).not.toContain('[U+');
      expect(document.title).toContain('SIMULATED');
    }
    if (language !== 'en') expect(said.join(' ')).toMatch(language === 'ko' ? /\p{Script=Hangul}/u : /\p{Script=Han}/u);
  });

  it.each([
    ['en', 'This shows manipulation by the venue.', ['manipulat']],
    ['en', 'the fault of the exchange; a default is none', ['fault']],
    ['ko', '거래소의 책임입니다', ['책임']],
    ['zh-Hant', '這是操縱', ['操縱']],
    ['zh-Hans', '这是欺诈', ['欺', '诈']],
  ])('with a planted word (%s) are refused', (_, planted, found) => {
    expect(accusingIn(planted)).toEqual(found);
  });
});
