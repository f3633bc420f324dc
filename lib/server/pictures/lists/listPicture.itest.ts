import { parse } from 'csv-parse/sync';
import { createHash, createPublicKey, verify as isSigned } from 'node:crypto';
import decodeQR from 'qr/decode.js';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { FRAMES, PICTURE_THEMES } from '../../../domain/pictureLook';
import type { Asset, Market } from '../../../domain/market';
import { minuteRange, plus } from '../../../domain/minute';
import { drawList } from '../../../evidence/listPicture';
import type { Signer } from '../../../evidence/seal';
import { expectGolden } from '../../../evidence/testing/golden';
import { pngPixels } from '../../../evidence/testing/pngPixels';
import { otherSigner } from '../../../evidence/testing/sampleSigner';
import { cutOff, overlapping, textBoxes } from '../../../evidence/testing/textBoxes';
import { listOf, listPath, listSpan, type ListView } from '../../../permalink/lists';
import { pngOf } from '../../../evidence/pngText';
import { textsOf } from '../../../sealed/pngFile';
import { DIGEST_TEXT } from '../../../sealed/sealText';
import type { Verification } from '../../../api/verification';
import { addErratum, withdrawErratum, type NewErratum } from '../../../store/errata/errata';
import { ledgerOf } from '../../../store/ledger/ledger';
import { answer, at, candle, spot } from '../../../store/testing/testAnswers';
import { freshDatabase, type FreshDatabase } from '../../../store/testing/testDatabase';
import { LANGUAGES, type Language } from '../../../words/languages';
import type { Context } from '../../context';
import { listFile, picturedOf, shown } from '../../forms/lists/listFile';
import { unzipped } from '../../bundle/testing/unzipped';
import { zipOf } from '../../bundle/zip';
import { viewFile } from '../../forms/viewFile';
import { viewOf } from '../../../sealed/verdict';
import { speakingAs } from '../../language/speaking';
import { loadTranslations } from '../../language/translations';
import { errataOfAsset } from '../../errata/errata';
import { refreshEpisodes } from '../../scan/refresh';
import { valueOf } from '../../testing/fourVenues';
import { evidenceIn, verify } from '../../verify/verify';
import { listPictureOf } from '../listPicture';

const GOLDEN = join(import.meta.dirname, '..', '..', '..', 'evidence', 'golden');
const FROM = at('2025-10-10T21:00Z');
const ORIGIN = 'https://plumbline.example';
const signer: Signer = otherSigner();
let db: FreshDatabase;
let context: Context;

vi.mock('../../keys/signer', () => ({ signerOrNone: () => Promise.resolve(signer) }));
vi.mock(import('../../../domain/pictureLook'), async (original) =>
  (await import('../../testing/atDensityOne')).atDensityOne(original),
);

/** Sixty minutes at one price, but one low of its own. */
const book = (market: Market, price: number, low = price, askedAtMs = Date.UTC(2026, 0, 1, 8)) =>
  answer({
    market,
    source: 'simulated',
    asked: minuteRange(FROM, plus(FROM, 60)),
    candles: Array.from({ length: 60 }, (_, i) =>
      candle(plus(FROM, i), price * (1 + (i % 7) / 2_000), i === 20 ? { low } : {}),
    ),
    askedAtMs,
  });

beforeAll(async () => {
  loadTranslations();
  db = await freshDatabase('rehearsal');
  context = { database: db, simulated: true };
  await ledgerOf(db).record([
    ...['coinbase', 'kraken', 'okx', 'bitstamp', 'gemini'].map((venue, i) =>
      book(spot(venue, 'ATOM', 'USD'), 4 + i / 100, i === 0 ? 3.5 : undefined),
    ),
    book(spot('binance', 'ATOM', 'USD'), 4, 0.001),
    ...['binance', 'coinbase', 'kraken', 'okx'].map((venue, i) =>
      book(spot(venue, 'DOGE', 'USD'), 0.25, i === 0 ? 0.09 : undefined),
    ),
  ]);
  await refreshEpisodes(db, {});
});
afterAll(() => db.drop());
beforeEach(() => {
  vi.stubEnv('PLUMBLINE_ORIGIN', ORIGIN);
});
afterEach(() => {
  vi.unstubAllEnvs();
});

const WINDOW = 'from=2025-10-10T21:00Z&to=2025-10-10T22:00Z';
const ADDRESSES = [
  '/events',
  '/events/2025-10-10',
  `/lows?${WINDOW}`,
  `/scan?${WINDOW}`,
  `/venues?${WINDOW}`,
  `/venues/binance?${WINDOW}`,
  `/compare?markets=binance:ATOM/USD,okx:ATOM/USD,kraken:ATOM/USD&${WINDOW}`,
] as const;
type Address = (typeof ADDRESSES)[number];
const SIZES = Object.keys(FRAMES) as (keyof typeof FRAMES)[];

function listAt(address: Address): ListView {
  const list = listOf(address);
  if (list === undefined) throw new Error(`${address} is no list with a picture`);
  return list;
}

const nameOf = (address: Address): string => listAt(address).kind;

/** What is made the first time it is asked for, and given again: nothing is written to the database meanwhile. */
function onceEach<Args extends readonly string[], T>(
  make: (...args: Args) => Promise<T>,
): (...args: Args) => Promise<T> {
  const made = new Map<string, Promise<T>>();
  return (...args) => {
    const key = args.join(' ');
    const found = made.get(key) ?? make(...args);
    made.set(key, found);
    return found;
  };
}

/** Of what is stored at first; told in a language. */
const contentAt = onceEach((address: Address, language: Language) =>
  speakingAs({ language, isChosen: true }, async () => picturedOf(valueOf(await shown(context, listAt(address), {})))),
);

const drawnOnce = onceEach(
  (address: Address, size: keyof typeof FRAMES, theme: 'light' | 'dark', language: Language): Promise<string> =>
    speakingAs({ language, isChosen: true }, async () => {
      const content = await contentAt(address, language);
      const look = { size, theme, density: 1 } as const;
      const picture = listPictureOf(listAt(address), content, { origin: ORIGIN, signer, look });
      if (picture === undefined) throw new Error('no picture');
      return drawList(picture);
    }),
);

/** A list's picture before anything stored is another. */
const drawn = (
  address: Address,
  size: keyof typeof FRAMES,
  { theme = 'light', language = 'en' }: { readonly theme?: 'light' | 'dark'; readonly language?: Language } = {},
): Promise<string> => drawnOnce(address, size, theme, language);

/** Each answer is later than the one before it. */
const DAYS = {
  last: 9,
  get next(): number {
    this.last += 1;
    return this.last;
  },
};

/** The low of Binance at 21:20 becomes another. */
async function changed(low: number, day: number): Promise<void> {
  await ledgerOf(db).record([book(spot('binance', 'ATOM', 'USD'), 4, low, Date.UTC(2026, 0, day, 8))]);
  await refreshEpisodes(db, {});
}

const verdictOn = async (file: Buffer): Promise<Verification> => {
  const keys = { keys: [{ publicKey: signer.publicKey, created: '2026-01-01', retired: null }] } as never;
  return verify(await evidenceIn(new Uint8Array(file)), { context, keys });
};

/** The same picture with other texts, not sealed anew; undefined: without that text. */
function withTexts(file: Buffer, of: (name: string, text: string) => string | undefined): Buffer {
  const { data, ...size } = pngPixels(file);
  const texts = [...textsOf(file)].flatMap(([name, text]) => {
    const other = of(name, text);
    return other === undefined ? [] : [[name, other] as const];
  });
  return pngOf({ ...size, rgba: data }, Object.fromEntries(texts));
}

const png = async (address: Address, size: keyof typeof FRAMES = 'wide'): Promise<Buffer> => {
  const look = { size, theme: 'light', density: 1 } as const;
  return Buffer.from(valueOf(await listFile(context, listAt(address), 'png', { look })).bytes);
};

describe.each(ADDRESSES)('the picture of %s', (address) => {
  const pngOfSize = onceEach((size: keyof typeof FRAMES) => png(address, size));

  it.each([
    ['wide', 'light', 'en'],
    ['card', 'dark', 'ko'],
    ['square', 'light', 'zh-Hant'],
    ['page', 'dark', 'zh-Hans'],
  ] as const)('is drawn as it was accepted: %s, %s, %s', async (size, theme, language) => {
    const name = `${nameOf(address)}-${size}-${theme}-${language}`;
    expectGolden(GOLDEN, name, await drawn(address, size, { theme, language }));
  });

  it.each(SIZES)('has in %s no line of text over another, none cut off, and none under 11 pixels', async (size) => {
    for (const language of ['en', 'ko', 'zh-Hant', 'zh-Hans'] as const) {
      const boxes = textBoxes(await drawn(address, size, { language }), language);
      expect(boxes.length).toBeGreaterThan(10);
      expect(overlapping(boxes)).toEqual([]);
      expect(cutOff(boxes, FRAMES[size].width, FRAMES[size].height)).toEqual([]);
      expect(boxes.filter((box) => box.size < 11)).toEqual([]);
    }
  });

  it('is exactly of its pixels, says where it is from and that it is simulated, and leads there by its QR code', async () => {
    for (const size of SIZES) {
      const file = await pngOfSize(size);
      expect([file.readUInt32BE(16), file.readUInt32BE(20)]).toEqual(Object.values(FRAMES[size]));
      expect(decodeQR(pngPixels(file))).toBe(`${ORIGIN}${listPath(listAt(address))}`);
      expect(Object.fromEntries(textsOf(file))).toMatchObject({
        'plumbline:permalink': `${ORIGIN}${listPath(listAt(address))}`,
        'plumbline:digest': expect.stringMatching(/^sha256:[0-9a-f]{64}$/) as string,
        'plumbline:simulated': 'true',
        'plumbline:size': size,
        'plumbline:sentence': expect.stringMatching(/./) as string,
      });
    }
    for (const theme of PICTURE_THEMES) expect(await drawn(address, 'wide', { theme })).toContain('>SIMULATED<');
  });

  it('has no colour and no letters of a page left in it', async () => {
    for (const theme of PICTURE_THEMES) expect(await drawn(address, 'page', { theme })).not.toContain('var(');
  });

  it('is verified by being drawn anew: identical; and altered where a fact is another', async () => {
    for (const size of SIZES)
      expect(await verdictOn(await pngOfSize(size))).toMatchObject({ verdict: 'identical', simulated: true });
    const other = Buffer.from(
      (await pngOfSize('wide')).toString('latin1').replaceAll('plumbline:size', 'plumbline:sizf'),
      'latin1',
    );
    await expect(verdictOn(other)).rejects.toThrow('damaged');
  });
});

describe('the picture of a list', () => {
  it('has the same digest in every language: it is of figures, and words are none', async () => {
    for (const address of ADDRESSES) {
      const digests = await Promise.all(
        LANGUAGES.map((language) =>
          speakingAs(
            { language, isChosen: true },
            async () => valueOf(await shown(context, listAt(address), {})).digest,
          ),
        ),
      );
      expect(new Set(digests).size).toBe(1);
    }
  });

  it('of which a candle became another is called changed, and each row is named with what it was and is', async () => {
    const addresses = ['/events/2025-10-10', `/lows?${WINDOW}`, `/scan?${WINDOW}`, `/venues?${WINDOW}`, ADDRESSES[6]];
    const before = await Promise.all(addresses.map((address) => png(address as Address)));
    await changed(0.5, 2);
    const after = await Promise.all(before.map((file) => verdictOn(file)));
    await changed(0.001, 3);
    const figures = (row: string, field: string) =>
      after.map(({ rows }) =>
        rows
          .filter(
            (one) =>
              one.change === 'other' &&
              one.row
                .map(({ value }) => value)
                .join(' ')
                .startsWith(row),
          )
          .flatMap(({ fields }) => fields.filter(({ name }) => name === field))
          .map(({ was, now }) => [was, now]),
      );
    expect(after.map(({ verdict, reason }) => [verdict, reason])).toEqual(addresses.map(() => ['changed', null]));
    expect(after[0]).toMatchObject({ sentenceNow: expect.stringContaining('87.') as string });
    // The low of Binance at 21:20 is the only candle that became another.
    const [event, , scan] = figures('ATOM binance', 'peakPrice');
    expect(event).toEqual([[0.001, 0.5]]);
    expect(scan).toEqual([[0.001, 0.5]]);
    expect(figures('ATOM binance', 'low')[1]).toEqual([[0.001, 0.5]]);
    expect(figures('binance', 'deepestPeakPrice')[3]).toEqual([[0.001, 0.5]]);
    // The prices of the compared market in the minute of the furthest low.
    expect(figures('binance:ATOM/USD okx:ATOM/USD low below', 'a')[4]).toEqual([[0.001, 0.5]]);
    const rows = after[1]?.rows.filter(({ list }) => list === 'venues') ?? [];
    expect(rows.map(({ row }) => row.map(({ value }) => value))).toEqual([['ATOM', 'binance']]);
  });

  it('without the text of its digest is not called changed: its digest may be of an older layout', async () => {
    const file = await png(`/lows?${WINDOW}`);
    const without = withTexts(file, (name, text) => (name === DIGEST_TEXT ? undefined : text));
    await changed(0.5, 4);
    expect(await verdictOn(without)).toMatchObject({ verdict: 'not-compared', reason: 'older-digest', rows: [] });
    await changed(0.001, 5);
  });

  it('has an altered text of its digest called altered', async () => {
    const file = await png(`/lows?${WINDOW}`);
    const other = withTexts(file, (name, text) => (name === DIGEST_TEXT ? text.replace('0.001', '0.002') : text));
    expect(await verdictOn(other)).toMatchObject({
      verdict: 'altered',
      altered: { facts: [expect.objectContaining({ name: 'digest-text' }) as object] },
    });
  });

  it('is verified in two pixels a CSS pixel too, as it is given out', async () => {
    const look = { size: 'wide', theme: 'light', density: 2 } as const;
    const { bytes } = valueOf(await listFile(context, listAt(ADDRESSES[2]), 'png', { look }));
    const file = Buffer.from(bytes);
    expect([file.readUInt32BE(16), file.readUInt32BE(20)]).toEqual([2 * FRAMES.wide.width, 2 * FRAMES.wide.height]);
    expect(await verdictOn(file)).toMatchObject({ verdict: 'identical', simulated: true });
  });

  it('is refused as a sheet, which it has none of', async () => {
    const look = { size: 'sheet', theme: 'light', density: 1 } as const;
    expect(await listFile(context, listAt('/events/2025-10-10'), 'png', { look })).toMatchObject({
      ok: false,
      status: 400,
      message: expect.stringMatching(/size is "sheet"; it takes wide, square, card or page/) as string,
    });
  });
});

describe.each(ADDRESSES)('the bundle of %s', (address) => {
  const bundleAnew = async (): Promise<Buffer> =>
    Buffer.from(valueOf(await listFile(context, listAt(address), 'zip')).bytes);
  const bundle = onceEach(bundleAnew);

  it('holds what the other forms of the address hold, to the byte, and is the same bytes again', async () => {
    const [first, again] = [await bundle(), await bundleAnew()];
    expect(first.equals(again)).toBe(true);
    const files = await unzipped(first);
    for (const [name, form] of [
      ['picture.png', 'png'],
      ['view.md', 'md'],
      ['rows.csv', 'csv'],
      ['answer.json', 'json'],
    ] as const) {
      const other = valueOf(await listFile(context, listAt(address), form));
      expect(files.get(name)?.equals(Buffer.from(other.bytes)), name).toBe(true);
    }
    const { digest, digestText } = valueOf(await shown(context, listAt(address), {}));
    expect(files.get('digest.txt')?.toString()).toBe(digestText);
    expect(JSON.parse(String(files.get('parameters.json')))).toMatchObject({ digest, simulated: true });
    expect(String(files.get('README.txt'))).toContain(digest);
  });

  it('has a manifest that names every file, signed by the key that is beside it', async () => {
    const files = await unzipped(await bundle());
    const manifest = files.get('manifest-sha256.txt') ?? Buffer.alloc(0);
    const beside = ['manifest-sha256.txt', 'manifest-sha256.txt.sig', 'key.pem'];
    expect(manifest.toString()).toBe(
      [...files]
        .filter(([name]) => !beside.includes(name))
        .map(([name, content]) => `${createHash('sha256').update(content).digest('hex')}  ${name}\n`)
        .join(''),
    );
    const key = createPublicKey(String(files.get('key.pem')));
    expect(isSigned(null, manifest, key, files.get('manifest-sha256.txt.sig') ?? Buffer.alloc(0))).toBe(true);
  });

  it('leads from each row to the view with its candles, by the digest that the view’s own bundle has', async () => {
    const files = await unzipped(await bundle());
    const csv = files.get('views.csv');
    expect(csv === undefined).toBe(address === '/events');
    const rows: readonly Readonly<Record<string, string>>[] = csv === undefined ? [] : parse(csv, { columns: true });
    if (address !== '/events') expect(rows.length).toBeGreaterThan(0);
    const seen = new Set<string>();
    for (const row of rows) {
      const [at = '', digest = ''] = [row['address'], row['digest']];
      expect(row['bundle']).toBe(at.replace('?', '.zip?'));
      if (seen.has(at)) continue;
      seen.add(at);
      const view = viewOf(at);
      if (view === undefined) throw new Error(`${at} is no address of a view`);
      const own = await unzipped(Buffer.from(valueOf(await viewFile(context, view, 'zip')).bytes));
      expect(JSON.parse(String(own.get('parameters.json')))).toMatchObject({ digest, address: at });
    }
  });

  it('is verified as a picture is: identical, altered by one figure, changed with the rows that differ', async () => {
    const before = await bundle();
    expect(await verdictOn(before)).toMatchObject({ verdict: 'identical', simulated: true, rows: [] });
    const files = await unzipped(before);
    const altered = new Map(files).set('rows.csv', Buffer.from(String(files.get('rows.csv')).replace(/\d/, '7')));
    const added = new Map(files).set('more.txt', Buffer.from('more'));
    const without = new Map([...files].filter(([name]) => name !== 'method.txt'));
    for (const [name, other] of [
      ['rows.csv', altered],
      ['more.txt', added],
      ['method.txt', without],
    ] as const)
      expect(await verdictOn(Buffer.from(await zipOf(other)))).toMatchObject({
        verdict: 'altered',
        altered: { facts: [{ name }] },
      });
    if (address === '/events') return;
    await changed(0.5, DAYS.next);
    const verdict = await verdictOn(before);
    await changed(0.001, DAYS.next);
    expect(verdict).toMatchObject({ verdict: 'changed', reason: null });
    expect(JSON.stringify(verdict.rows)).toContain('"was":0.001,"now":0.5');
  });
});

describe('an erratum', () => {
  const entry: NewErratum = {
    kind: 'erratum',
    asset: undefined,
    from: undefined,
    to: undefined,
    venue: undefined,
    digest: undefined,
    address: undefined,
    reason: 'The low of Binance was read from a halted book.',
    statement: undefined,
    by: 'Data desk',
    link: undefined,
  };
  const reasons = async (address: string): Promise<readonly string[]> => {
    const { errata } = valueOf(await shown(context, listAt(address as Address), {}));
    return errata.map(({ reason }) => reason);
  };

  it('entered for the address of a list stands in its picture, its files and its verdict, and nowhere else', async () => {
    const address = ADDRESSES[2];
    const before = await png(address);
    await addErratum(db, { ...entry, ...listSpan(listAt(address)), address: `${ORIGIN}${address}&lang=ko` });
    expect(textsOf(await png(address)).get('plumbline:notes')).toMatch(
      /There is an erratum of [-0-9]{10} at this address/,
    );
    const json = valueOf(await listFile(context, listAt(address), 'json'));
    expect(JSON.parse(Buffer.from(json.bytes).toString())).toMatchObject({
      errata: [{ reason: entry.reason, by: 'Data desk' }],
    });
    expect(Buffer.from(valueOf(await listFile(context, listAt(address), 'md')).bytes).toString()).toMatch(
      /^> Erratum.*The low of Binance was read from a halted book\.$/m,
    );
    // Its notes are other words, and no other figures.
    expect(await verdictOn(before)).toMatchObject({ verdict: 'same-data', errata: [{ reason: entry.reason }] });
    expect(await verdictOn(await png(address))).toMatchObject({ verdict: 'identical' });
    for (const other of ADDRESSES.filter((one) => one !== address)) expect(await reasons(other)).toEqual([]);
    expect(await errataOfAsset(db, 'ATOM' as Asset)).toEqual([]);
  });

  it('about a minute of an asset stands on every list that speaks of both, and on no other', async () => {
    await addErratum(db, {
      ...entry,
      asset: 'ATOM' as Asset,
      venue: 'okx',
      from: at('2025-10-10T21:20Z'),
      to: at('2025-10-10T21:21Z'),
      reason: 'Of ATOM.',
    });
    const later = 'from=2025-10-10T21:30Z&to=2025-10-10T22:00Z';
    const on = await Promise.all(
      [
        ...ADDRESSES,
        `/lows?assets=DOGE&${WINDOW}`,
        `/lows?${later}`,
        `/scan?venues=binance&${WINDOW}`,
        `/compare?markets=binance:ATOM/USD,kraken:ATOM/USD&${WINDOW}`,
      ].map(async (address) => (await reasons(address)).includes('Of ATOM.')),
    );
    //                  events  event lows  scan  venues venue compare   DOGE  later  Binance without OKX
    expect(on).toEqual([false, true, true, true, true, true, true, false, false, false, false]);
  });

  it('that is withdrawn leaves the picture and stays in the files, with its withdrawal', async () => {
    const address = ADDRESSES[6];
    const id = await addErratum(db, {
      ...entry,
      address,
      ...listSpan(listAt(address)),
      kind: 'venue-answer',
      venue: 'okx',
      statement: 'Our book was halted.',
    });
    const said = async () => textsOf(await png(address)).get('plumbline:notes');
    expect(await said()).toMatch(/There is an answer of OKX of/);
    await withdrawErratum(db, id, { reason: 'Of another day.', by: undefined });
    expect(await said()).not.toMatch(/There is an answer of OKX of/);
    const { errata } = valueOf(await shown(context, listAt(address), {}));
    expect(errata.find((one) => one.id === id)).toMatchObject({ withdrawn: { reason: 'Of another day.' } });
  });
});
