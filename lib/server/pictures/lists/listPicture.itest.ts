import decodeQR from 'qr/decode.js';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { FRAMES, PICTURE_THEMES } from '../../../domain/pictureLook';
import type { Market } from '../../../domain/market';
import { minuteRange, plus } from '../../../domain/minute';
import { drawList } from '../../../evidence/listPicture';
import type { Signer } from '../../../evidence/seal';
import { expectGolden } from '../../../evidence/testing/golden';
import { pngPixels } from '../../../evidence/testing/pngPixels';
import { otherSigner } from '../../../evidence/testing/sampleSigner';
import { cutOff, overlapping, textBoxes } from '../../../evidence/testing/textBoxes';
import { listOf, listPath, type ListView } from '../../../permalink/lists';
import { textsOf } from '../../../sealed/pngFile';
import { ledgerOf } from '../../../store/ledger/ledger';
import { answer, at, candle, spot } from '../../../store/testing/testAnswers';
import { freshDatabase, type FreshDatabase } from '../../../store/testing/testDatabase';
import type { Language } from '../../../words/languages';
import type { Context } from '../../context';
import { listFile, shown } from '../../forms/lists/listFile';
import { speakingAs } from '../../language/speaking';
import { loadTranslations } from '../../language/translations';
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

async function drawn(
  address: Address,
  size: keyof typeof FRAMES,
  { theme = 'light', language = 'en' }: { readonly theme?: 'light' | 'dark'; readonly language?: Language } = {},
): Promise<string> {
  return speakingAs({ language, isChosen: true }, async () => {
    const list = listAt(address);
    const { answer: figures, text, drawing } = valueOf(await shown(context, list, {}));
    if (drawing === undefined) throw new Error('no drawing');
    const content = { answer: figures, notes: text().notes, drawing: drawing() };
    const picture = listPictureOf(list, content, { origin: ORIGIN, signer, look: { size, theme, density: 1 } });
    if (picture === undefined) throw new Error('no picture');
    return drawList(picture);
  });
}

const png = async (address: Address, size: keyof typeof FRAMES = 'wide'): Promise<Buffer> => {
  const look = { size, theme: 'light', density: 1 } as const;
  return Buffer.from(valueOf(await listFile(context, listAt(address), 'png', { look })).bytes);
};

describe.each(ADDRESSES)('the picture of %s', (address) => {
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
      const file = await png(address, size);
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
    const keys = { keys: [{ publicKey: signer.publicKey, created: '2026-01-01', retired: null }] } as never;
    const verdict = async (file: Buffer) => verify(await evidenceIn(new Uint8Array(file)), { context, keys });
    for (const size of SIZES)
      expect(await verdict(await png(address, size))).toMatchObject({ verdict: 'identical', simulated: true });
    const other = Buffer.from(
      (await png(address)).toString('latin1').replaceAll('plumbline:size', 'plumbline:sizf'),
      'latin1',
    );
    await expect(verdict(other)).rejects.toThrow('damaged');
  });
});

describe('the picture of a list', () => {
  it('is called changed, not identical, once a figure of it is another', async () => {
    const keys = { keys: [{ publicKey: signer.publicKey, created: '2026-01-01', retired: null }] } as never;
    const before = await png('/events/2025-10-10');
    const later = Date.UTC(2026, 0, 2, 8);
    await ledgerOf(db).record([book(spot('binance', 'ATOM', 'USD'), 4, 0.5, later)]);
    await refreshEpisodes(db, {});
    expect(await verify(await evidenceIn(new Uint8Array(before)), { context, keys })).toMatchObject({
      verdict: 'changed',
      reason: 'no-digest-text',
      sentenceNow: expect.stringContaining('87.') as string,
    });
    await ledgerOf(db).record([book(spot('binance', 'ATOM', 'USD'), 4, 0.001, later + 1)]);
    await refreshEpisodes(db, {});
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
