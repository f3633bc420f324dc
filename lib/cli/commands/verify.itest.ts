import { mkdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { verification, type Verification } from '../../api/verification';
import { USUAL_LOOK } from '../../domain/pictureLook';
import { renderPicture } from '../../evidence/picture';
import { pngOf } from '../../evidence/pngText';
import { editedPng, repacked, withoutTexts, withText } from '../../evidence/testing/editedPng';
import { samplePicture } from '../../evidence/testing/samplePicture';
import { otherSigner } from '../../evidence/testing/sampleSigner';
import { digestOfText } from '../../evidence/digest';
import { readPermalink } from '../../permalink/permalink';
import { EVENT_WINDOW } from '../../server/coverage/window';
import { ownSigner } from '../../server/keys/keyring';
import { speakingAs } from '../../server/language/speaking';
import { loadTranslations } from '../../server/language/translations';
import { pictureContent } from '../../server/pictures/picture';
import { unzipped } from '../../server/bundle/testing/unzipped';
import { zipOf } from '../../server/bundle/zip';
import { viewAnswers, type ViewAnswers } from '../../server/views/answers';
import { ledgerOf } from '../../store/ledger/ledger';
import { answer, ASKED_AT, at, candle, spot } from '../../store/testing/testAnswers';
import type { Ran } from '../testing/commandLine';
import { refusal, storedAtom, VIEW, type StoredAtom } from '../testing/storedAtom';

vi.mock(import('../../domain/pictureLook'), async (original) =>
  (await import('../../server/testing/atDensityOne')).atDensityOne(original),
);

let stored: StoredAtom;
/** A picture as it was exported, before anything was changed. */
let png: Buffer;
const homeBefore = process.env['PLUMBLINE_HOME'];
const run = (...argv: readonly string[]): Promise<Ran> => stored.run(...argv);

/** The verdict on a file, and the exit code that goes with it. */
async function verified(bytes: Uint8Array, ...more: readonly string[]): Promise<Verification & { code: number }> {
  const file = stored.inFolder('file.png');
  writeFileSync(file, bytes);
  const { code, stdout, stderr } = await run('verify', file, '--json', ...more);
  expect(stderr).toBe('');
  return { ...verification.parse(JSON.parse(stdout)), code };
}

async function exported(view = VIEW): Promise<Buffer> {
  const file = stored.inFolder('out.png');
  // The smallest frame: most of what follows is drawn again.
  expect((await run('export', view, '--png', file, '--size', 'card')).code).toBe(0);
  return readFileSync(file);
}

/** What a view shows, of what is stored now. */
async function shownBy(address: string): Promise<ViewAnswers> {
  const read = readPermalink(address, EVENT_WINDOW);
  if (read.kind !== 'view') throw new Error(read.kind);
  const found = await viewAnswers({ database: stored.db, simulated: false }, read.written.view);
  if (!found.ok) throw new Error(found.message);
  return found.value;
}

beforeAll(async () => {
  stored = await storedAtom();
  process.env['PLUMBLINE_HOME'] = stored.inFolder('home');
  mkdirSync(stored.inFolder('home'));
  png = await exported();
});
afterAll(async () => {
  if (homeBefore === undefined) delete process.env['PLUMBLINE_HOME'];
  else process.env['PLUMBLINE_HOME'] = homeBefore;
  await stored.drop();
});

describe('verify', () => {
  it('calls a picture identical whose address gives the same digest and pixels', async () => {
    const found = await verified(png);
    expect(found).toMatchObject({ verdict: 'identical', code: 0, simulated: false, changes: [], parameters: [] });
    expect(found.digest).toBe(found.digestNow);
    expect(found.signer?.id).toMatch(/^sha256:[0-9a-f]{64}$/);
    const file = stored.inFolder('file.png');
    expect((await run('verify', file)).stdout).toMatch(
      /^Identical: .*\nRead as a picture\.\nKey: sha256:.*\nAddress: \/ATOM\?.*\nDigest: sha256:/,
    );
  });

  it.each([
    { size: 'wide', theme: 'dark', density: 2 },
    { size: 'square', theme: 'light', density: 1 },
    { size: 'card', theme: 'dark', density: 1 },
    { size: 'page', theme: 'light', density: 2 },
    { size: 'sheet', theme: 'dark', density: 1 },
  ] as const)(
    'calls it identical in the frame, theme and density that it names: $size, $theme, $density',
    async (look) => {
      const signer = await ownSigner(process.env);
      const content = pictureContent(await shownBy(VIEW), undefined, { signer, look });
      expect(await verified(renderPicture(content, signer))).toMatchObject({ verdict: 'identical', code: 0 });
    },
  );

  it('calls it identical where it was drawn before pictures said how they are', async () => {
    const signer = await ownSigner(process.env);
    const before = renderPicture(pictureContent(await shownBy(VIEW), undefined, { signer }), signer);
    expect(before.includes('plumbline:size')).toBe(false);
    expect(await verified(before)).toMatchObject({ verdict: 'identical', code: 0 });
  });

  it('calls it altered where it names another frame than it was sealed with', async () => {
    expect(await verified(withText(png, 'plumbline:size', 'card', 'wide'))).toMatchObject({
      verdict: 'altered',
      altered: { facts: [{ name: 'size', sealed: 'card', found: 'wide' }] },
    });
  });

  it('calls it identical in the language in which it was drawn, at the public address that it prints', async () => {
    loadTranslations();
    const content = await speakingAs({ language: 'ko', isChosen: true }, async () => {
      const shown = pictureContent(await shownBy(VIEW), 'https://plumbline.example', {
        signer: await ownSigner(process.env),
        look: USUAL_LOOK,
      });
      return { shown, png: renderPicture(shown, await ownSigner(process.env)) };
    });
    expect(content.shown.sentence).toMatch(/[가-힣]/);
    const found = await verified(content.png);
    expect(found).toMatchObject({ verdict: 'identical', code: 0 });
    expect(found.address).toMatch(/^https:\/\/plumbline\.example\/ATOM\?.*lang=ko$/);
  });

  it('tells a picture whose pixels this version does not draw, of the same data', async () => {
    const signer = await ownSigner(process.env);
    const content = pictureContent(await shownBy(VIEW), undefined, { signer, look: USUAL_LOOK });
    const found = await verified(renderPicture({ ...content, subtitle: 'as an earlier version wrote it' }, signer));
    expect(found).toMatchObject({ verdict: 'same-data', code: 0, altered: { pixels: false } });
  });

  it('tells a picture that was computed by other parameters', async () => {
    const signer = await ownSigner(process.env);
    const content = pictureContent(await shownBy(VIEW), undefined, { signer, look: USUAL_LOOK });
    const digestText = (content.digestText ?? '').replace('min-peers 3\n', 'min-peers 2\n');
    const metadata = { ...content.metadata, digest: digestOfText(digestText) };
    const found = await verified(renderPicture({ ...content, metadata, digestText }, signer));
    expect(found).toMatchObject({ verdict: 'parameters', code: 3, changes: [] });
    expect(found.parameters).toEqual([{ name: 'min-peers', was: '2', now: '3' }]);
  });

  it('does not take pixels that were packed anew for an alteration', async () => {
    expect((await verified(repacked(png, 0))).verdict).toBe('identical');
  });

  it('tells one altered pixel', async () => {
    const found = await verified(repacked(png, 1));
    expect(found).toMatchObject({ verdict: 'altered', code: 3, altered: { pixels: true, seal: false, facts: [] } });
  });

  it('tells one altered field, with what was sealed', async () => {
    const found = await verified(withText(png, 'plumbline:reference', 'at least 3', 'at least 2'));
    expect(found).toMatchObject({ verdict: 'altered', code: 3, altered: { pixels: false, seal: false } });
    expect(found.altered.facts).toEqual([
      {
        name: 'reference',
        sealed: 'median of the other venues, at least 3 of them',
        found: 'median of the other venues, at least 2 of them',
      },
    ]);
    const digestText = await verified(withText(png, 'plumbline:digest-text', 'binance', 'kraken'));
    expect(digestText.altered.facts.map(({ name }) => name)).toEqual(['digest-text']);
  });

  it('tells an altered seal', async () => {
    const found = await verified(withText(png, 'plumbline:seal', 'at least 3', 'at least 2'));
    expect(found).toMatchObject({ verdict: 'altered', code: 3, altered: { seal: true } });
  });

  it('tells a picture whose seal is gone, and what the address gives now', async () => {
    const found = await verified(withoutTexts(png, /^plumbline:seal$/));
    expect(found).toMatchObject({ verdict: 'unsealed', code: 3, signer: null });
    expect(found.digest).toBe(found.digestNow);
  });

  it('reads the address of a copy from its QR code, and accuses nobody', async () => {
    for (const copy of [
      withoutTexts(png, /./),
      // Written as JPEG at half its width by a browser.
      readFileSync(join(import.meta.dirname, '..', 'testing', 'copy.jpg')),
    ]) {
      const found = await verified(copy);
      expect(found).toMatchObject({ verdict: 'copy', code: 3, altered: { pixels: false, seal: false, facts: [] } });
      expect(found.address).toMatch(/^\/-\/[1-9A-Za-z]+$/);
      expect(found.digestNow).toMatch(/^sha256:/);
      expect(found.sentenceNow).toContain('Binance traded 50.00');
    }
    const { stdout } = await run('verify', stored.inFolder('file.png'));
    expect(stdout).toMatch(/^A copy without a seal: .*Pixels cannot be compared/);
    expect(stdout).not.toMatch(/altered|forged|fake|manipulat/i);
  });

  it('tells what is not ours', async () => {
    const dots = pngOf({ width: 50, height: 40, rgba: Buffer.alloc(8_000, 200) }, { Software: 'paint' });
    expect(await verified(dots)).toMatchObject({ verdict: 'not-ours', code: 3, address: null });
    // A QR code that is no address of a view.
    const other = renderPicture({ ...samplePicture(false), footer: { ...samplePicture(false).footer, qr: 'hello' } });
    expect((await verified(withoutTexts(other, /./))).verdict).toBe('not-ours');
  });

  it('tells a signer that it does not know, until that one’s keys are given', async () => {
    const digestText = 'plumbline-digest 4\n';
    const sample = samplePicture(false);
    const metadata = { ...sample.metadata, digest: digestOfText(digestText) };
    const theirs = renderPicture({ ...sample, metadata, digestText }, otherSigner());
    const id = 'sha256:3d40'; // The key's own beginning is no id.
    const found = await verified(theirs);
    expect(found).toMatchObject({ verdict: 'unknown-signer', code: 3, signer: { created: null } });
    expect(found.signer?.id).not.toContain(id);
    const keys = stored.inFolder('keys.json');
    writeFileSync(
      keys,
      JSON.stringify({
        keys: [
          {
            id: found.signer?.id,
            algorithm: 'ed25519',
            publicKey: otherSigner().publicKey,
            pem: '',
            created: '2026-01-01T00:00:00Z',
            retired: null,
          },
        ],
      }),
    );
    expect(await verified(theirs, '--keys', keys)).toMatchObject({ verdict: 'not-compared', code: 3 });
  });

  it('still knows a key that was retired', async () => {
    const { stdout } = await run('keys', 'rotate', '--json');
    expect((JSON.parse(stdout) as { keys: unknown[] }).keys).toHaveLength(2);
    const found = await verified(png);
    expect(found).toMatchObject({ verdict: 'identical', code: 0 });
    expect(found.signer?.retired).toMatch(/^20/);
    expect((await verified(await exported())).signer?.retired).toBeNull();
  });

  it('knows a picture that was made where no key could be written: without a seal, which is said once', async () => {
    const file = stored.inFolder('unsealed.png');
    const home = process.env['PLUMBLINE_HOME'];
    // A file in a folder's place: root may write into any folder.
    mkdirSync(stored.inFolder('closed'));
    writeFileSync(join(stored.inFolder('closed'), 'keys'), '');
    process.env['PLUMBLINE_HOME'] = stored.inFolder('closed');
    try {
      const said: string[] = [];
      const warnings = vi.spyOn(console, 'warn').mockImplementation((line: string) => void said.push(line));
      globalThis.plumblineSaidUnsigned = undefined;
      for (let i = 0; i < 2; i += 1) expect((await run('export', VIEW, '--png', file)).code).toBe(0);
      warnings.mockRestore();
      expect(said).toEqual([expect.stringMatching(/^Pictures are made without a seal: /)]);
      expect(await verified(readFileSync(file))).toMatchObject({ verdict: 'unsealed', code: 3, signer: null });
    } finally {
      process.env['PLUMBLINE_HOME'] = home;
    }
  });

  describe('of a picture to which something was added', () => {
    const latin = (text: string): Buffer => Buffer.from(text, 'latin1');
    const withChunk = (type: string, content: Buffer): Buffer =>
      editedPng(png, (chunk) => (chunk.type === 'IHDR' ? [chunk, { type, content }] : [chunk]));

    // PNG, third edition, sections 11.3.2 to 11.3.4: what a viewer is told of colours, size and orientation; and an APNG's frames.
    it.each([
      'gAMA',
      'cHRM',
      'sRGB',
      'iCCP',
      'cICP',
      'mDCV',
      'cLLI',
      'sBIT',
      'bKGD',
      'tRNS',
      'PLTE',
      'pHYs',
      'eXIf',
      'acTL',
      'xxXx',
    ])('says altered where %s tells a viewer how to show it', async (type) => {
      const found = await verified(withChunk(type, Buffer.alloc(4)));
      expect(found).toMatchObject({ verdict: 'altered', code: 3 });
      expect(found.altered.facts).toEqual([{ name: `chunk ${type}`, sealed: null, found: 'added' }]);
    });

    it.each([
      ['tEXt', 'plumbline:sentence\0FORGED'],
      ['zTXt', 'plumbline:sentence\0\0x'],
      ['iTXt', 'plumbline:sentence\0\u0001\0\0\0x'],
      ['tEXt', 'Plumbline:sentence\0FORGED'],
    ])('says altered where %s holds a fact that is none: %j', async (type, text) => {
      expect(await verified(withChunk(type, latin(text)))).toMatchObject({
        verdict: 'altered',
        altered: { facts: [{ name: `chunk ${type}` }] },
      });
    });

    it.each([
      ['tEXt', 'Comment\0seen in a chat'],
      ['tIME', '\u0007\u00e9\n\n\u0000\u0000\u0000'],
      ['iTXt', 'XML:com.adobe.xmp\0\0\0\0\0<x/>'],
    ])('says altered beside a %s that no picture has', async (type, text) => {
      expect(await verified(withChunk(type, latin(text)))).toMatchObject({
        verdict: 'altered',
        altered: { facts: [{ name: `chunk ${type}`, sealed: null, found: 'added' }] },
      });
    });

    it('says altered where a zip stands behind it, and prints nothing of the file that a terminal would obey', async () => {
      const behind = await verified(Buffer.concat([png, Buffer.from(await zipOf(new Map([['a', png]])))]));
      expect(behind).toMatchObject({ verdict: 'altered', file: 'picture', altered: { facts: [{ sealed: null }] } });
      expect(behind.altered.facts[0]?.name).toBe('behind-IEND');
      const forged = 'x\u001b[2J\u001b[HIdentical: sealed\u202e';
      writeFileSync(stored.inFolder('file.png'), withText(png, 'plumbline:reference', 'at least 3', forged));
      const { stdout } = await run('verify', stored.inFolder('file.png'));
      expect(stdout).toMatch(/^Altered: .*\nRead as a picture\.\n/);
      expect(stdout).toContain('x[U+001B][2J[U+001B][HIdentical: sealed[U+202E]');
    });
  });

  describe('of a bundle', () => {
    let zip: Buffer;
    beforeAll(async () => {
      const file = stored.inFolder('out.zip');
      expect((await run('export', VIEW, '--bundle', file)).code).toBe(0);
      zip = readFileSync(file);
    });
    /** The bundle with one file changed, or left out, packed anew as anybody could. */
    const edited = async (name: string, edit: (content: Buffer) => Buffer | undefined): Promise<Buffer> =>
      Buffer.from(
        await zipOf(
          new Map(
            [...(await unzipped(zip))].flatMap(([file, content]) => {
              const now = file === name ? edit(content) : content;
              return now === undefined ? [] : [[file, now] as const];
            }),
          ),
        ),
      );
    const withLastChanged = (content: Buffer): Buffer => {
      const copy = Buffer.from(content);
      copy.writeUInt8(copy.readUInt8(copy.length - 2) ^ 1, copy.length - 2);
      return copy;
    };

    it('says identical of one that is as it was made', async () => {
      expect(await verified(zip)).toMatchObject({ verdict: 'identical', code: 0, file: 'bundle' });
      expect((await run('verify', stored.inFolder('file.png'))).stdout).toMatch(/\nRead as a bundle \(zip\): /);
    });

    it.each(['candles.csv', 'rows.csv', 'digest.txt', 'README.txt', 'check.mjs'])(
      'names %s where it was altered',
      async (name) => {
        const found = await verified(await edited(name, withLastChanged));
        expect(found).toMatchObject({ verdict: 'altered', code: 3, altered: { pixels: false, seal: false } });
        expect(found.altered.facts.map((fact) => fact.name)).toEqual([name]);
      },
    );

    it('names a file that is missing, and one too many', async () => {
      const without = await verified(await edited('candles.csv', () => undefined));
      expect(without.altered.facts).toEqual([
        { name: 'candles.csv', sealed: expect.any(String) as string, found: null },
      ]);
      const files = new Map(await unzipped(zip)).set('more.csv', Buffer.from('x'));
      expect((await verified(await zipOf(files))).altered.facts).toMatchObject([{ name: 'more.csv', sealed: null }]);
    });

    it('says altered where the manifest or the picture is not what was signed', async () => {
      expect(await verified(await edited('manifest-sha256.txt', withLastChanged))).toMatchObject({
        verdict: 'altered',
        altered: { seal: true },
      });
      const other = await verified(
        await edited('picture.png', () => withText(png, 'plumbline:threshold', '2 %', '1 %')),
      );
      expect(other.verdict).toBe('altered');
    });

    it('says that nobody vouches for one whose signature is gone, and nothing of any other zip', async () => {
      expect((await verified(await edited('manifest-sha256.txt.sig', () => undefined))).verdict).toBe('unsealed');
      expect((await verified(await zipOf(new Map([['a.txt', Buffer.from('a')]])))).verdict).toBe('not-ours');
      writeFileSync(stored.inFolder('bad.zip'), zip.subarray(0, 5_000));
      expect(refusal(await run('verify', stored.inFolder('bad.zip')))).toMatch(/is damaged or cut off/);
    });
  });

  it.each([
    ['an empty file', Buffer.alloc(0), /is empty/],
    ['a text', Buffer.from('hello'), /is neither a PNG, a JPEG nor a zip/],
    ['the beginning of a JPEG', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 4]), /is damaged or cut off/],
    ['the signature of a PNG alone', Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]), /is damaged or cut off/],
  ])('refuses %s in one line', async (_, bytes, line) => {
    const file = stored.inFolder('bad.png');
    writeFileSync(file, bytes);
    expect(refusal(await run('verify', file))).toMatch(line);
  });

  it('refuses what is cut off or damaged anywhere, what is huge, and what is no file', async () => {
    const file = stored.inFolder('bad.png');
    for (const length of [9, 20, 33, 50, 2_000, png.length - 1]) {
      writeFileSync(file, png.subarray(0, length));
      expect(refusal(await run('verify', file)), String(length)).toMatch(/is damaged or cut off/);
    }
    const damaged = Buffer.from(png);
    damaged.writeUInt8(damaged.readUInt8(5_000) ^ 1, 5_000);
    writeFileSync(file, damaged);
    expect(refusal(await run('verify', file))).toMatch(/is damaged or cut off/);
    truncateSync(file, 33 * 1024 * 1024);
    expect(refusal(await run('verify', file))).toMatch(/is larger than 32 MB/);
    const wide = Buffer.from(pngOf({ width: 1, height: 1, rgba: Buffer.alloc(4) }, {}));
    // A header that claims more pixels than fit anywhere, its checksum right.
    writeFileSync(file, withSize(wide, 100_000, 100_000));
    expect(refusal(await run('verify', file))).toMatch(/more than 40 million pixels/);
    for (const path of ['/dev/zero', stored.inFolder('home')])
      expect(refusal(await run('verify', path))).toMatch(/is not a file/);
    rmSync(file);
    expect(refusal(await run('verify', file))).toMatch(/there is no such file/);
    expect(refusal(await run('verify', stored.inFolder('out.png'), '--keys', stored.inFolder('out.png')))).toMatch(
      /is not a list of keys/,
    );
    expect(refusal(await run('verify', stored.inFolder('out.png'), '--keys', file))).toMatch(
      /there is no such file; save the answer of \/\.well-known\/plumbline-keys\.json/,
    );
    expect(refusal(await run('verify', stored.inFolder('out.png'), '--roots', file))).toMatch(
      /there is no such file; name a file of certificates as PEM/,
    );
  });

  it('names the minute that was revised since, with what it was and what it is', async () => {
    const minutes = [0, 1, 2, 3].map((minute) => at(21 * 60 + minute));
    await ledgerOf(stored.db).record([
      answer({
        market: spot('okx', 'ATOM', 'USD'),
        source: 'file',
        asked: { from: at('2025-10-10T21:00Z'), to: at('2025-10-10T21:04Z') },
        candles: minutes.map((minute, i) => candle(minute, 100, i === 3 ? { low: 99.5 } : {})),
        askedAtMs: ASKED_AT + 3_600_000,
      }),
    ]);
    const found = await verified(png);
    expect(found).toMatchObject({ verdict: 'changed', code: 3, parameters: [] });
    expect(found.digest).not.toBe(found.digestNow);
    expect(found.changes).toEqual([
      {
        role: 'market',
        venue: 'okx',
        market: 'ATOM/USD',
        kind: 'spot',
        source: 'file',
        change: 'other',
        minutes: [
          {
            minute: '2025-10-10T21:03Z',
            was: {
              answered: true,
              open: 100,
              high: 100,
              low: 100,
              close: 100,
              baseVolume: 10,
              quoteVolume: null,
              trades: null,
            },
            now: {
              answered: true,
              open: 100,
              high: 100,
              low: 99.5,
              close: 100,
              baseVolume: 10,
              quoteVolume: null,
              trades: null,
            },
          },
        ],
      },
    ]);
    const { stdout } = await run('verify', stored.inFolder('file.png'));
    expect(stdout).toContain('okx ATOM/USD spot file: 1 minute differs\n  2025-10-10T21:03Z  low 100 → 99.5\n');
    // As of before, the picture is what it was.
    const then = await exported(`${VIEW}&asOf=2026-01-01T00:30Z`);
    expect((await verified(then)).verdict).toBe('identical');
  });

  it('names minutes that were answered since, and books that came in', async () => {
    const before = await exported();
    const asked = { from: at('2025-10-10T22:00Z'), to: at('2025-10-10T22:01Z') };
    await ledgerOf(stored.db).record([
      answer({
        market: spot('kraken', 'ATOM', 'USD'),
        source: 'file',
        asked,
        candles: [candle(asked.from, 100)],
        askedAtMs: ASKED_AT + 7_200_000,
      }),
      answer({
        // A quote that no book had before.
        market: spot('gate', 'ATOM', 'EUR'),
        source: 'file',
        asked,
        candles: [candle(asked.from, 100)],
        askedAtMs: ASKED_AT + 7_200_000,
      }),
    ]);
    const { verdict, changes } = await verified(before);
    expect(verdict).toBe('changed');
    expect(changes.map(({ venue, change, minutes }) => [venue, change, minutes?.map(({ minute }) => minute)])).toEqual([
      ['kraken', 'other', ['2025-10-10T22:00Z']],
      ['gate', 'added', undefined],
    ]);
    expect(changes[0]?.minutes?.[0]).toMatchObject({
      was: { answered: false, low: null },
      now: { answered: true, low: 100 },
    });
  });
});

/** A PNG whose header claims another size. */
const withSize = (image: Buffer, width: number, height: number): Buffer =>
  editedPng(image, (chunk) => {
    if (chunk.type !== 'IHDR') return [chunk];
    const content = Buffer.from(chunk.content);
    content.writeUInt32BE(width, 0);
    content.writeUInt32BE(height, 4);
    return [{ ...chunk, content }];
  });
