import decodeQR from 'qr/decode.js';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { AnalysisInput } from '../../analysis/types';
import { plus } from '../../domain/minute';
import {
  FRAMES,
  PICTURE_DENSITIES,
  PICTURE_SIZES,
  PICTURE_THEMES,
  type PictureLook,
  type PictureSize,
  type PictureTheme,
} from '../../domain/pictureLook';
import { drawPicture, renderPicture, type Picture } from '../../evidence/picture';
import { textsOf } from '../../sealed/pngFile';
import { expectGolden } from '../../evidence/testing/golden';
import { pngPixels } from '../../evidence/testing/pngPixels';
import { cutOff, overlapping, textBoxes } from '../../evidence/testing/textBoxes';
import type { Language } from '../../words/languages';
import { speakingAs } from '../language/speaking';
import { loadTranslations } from '../language/translations';
import type { ViewAnswers } from '../views/answers';
import { pictureContent } from './picture';
import { sixteenVenues } from './testing/sixteen';
import { answersOf, book, AROUND, NINE, quiet } from './testing/views';

const GOLDEN = join(import.meta.dirname, '..', '..', 'evidence', 'golden');
const WORST = plus(NINE, 20);
const SIGNER = { publicKey: 'ab'.repeat(32) };
const FRAMED = Object.keys(FRAMES) as (keyof typeof FRAMES)[];

beforeAll(loadTranslations);

type Shown = 'minute' | 'window';

interface Drawn {
  readonly size: PictureSize;
  readonly theme?: PictureTheme;
  readonly shown?: Shown;
  readonly language?: Language;
  readonly simulated?: boolean;
  readonly density?: PictureLook['density'];
  readonly input?: AnalysisInput;
}

const answersTo = (shown: Shown, simulated: boolean, input = sixteenVenues()): ViewAnswers =>
  answersOf(input, { simulated, ...(shown === 'minute' ? { marked: WORST } : {}) });

const known = new Map<string, ViewAnswers>();
/** The same of sixteen venues, worked out once for all sizes that show it; a picture changes nothing of it. */
function knownAnswers(shown: Shown, simulated: boolean, language: Language): ViewAnswers {
  const key = `${shown} ${String(simulated)} ${language}`;
  const found = known.get(key) ?? answersTo(shown, simulated);
  known.set(key, found);
  return found;
}

const pictured = <T>(
  { size, theme = 'light', shown = 'minute', language = 'en', simulated = false, density = 1, input }: Drawn,
  use: (picture: Picture) => T,
): Promise<T> =>
  speakingAs({ language, isChosen: true }, () => {
    const answers = input === undefined ? knownAnswers(shown, simulated, language) : answersTo(shown, simulated, input);
    const look = { size, theme, density };
    return Promise.resolve(use(pictureContent(answers, 'https://plumbline.example', { signer: SIGNER, look })));
  });

const drawn = (how: Drawn): Promise<string> => pictured(how, drawPicture);
const plain = (text: string): string =>
  text
    .replaceAll('&amp;', '&')
    .replaceAll('&quot;', '"')
    .replace(/[\s\u00a0\u202f]/g, '');
/** All that is written, in order, without spaces: a line's end is no word's end. */
const written = (svg: string): string =>
  plain([...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, text = '']) => text).join(''));

describe('a picture of each size', () => {
  it.each(
    PICTURE_SIZES.flatMap((size) => [
      [size, 'minute', 'light', 'en'] as const,
      [size, 'window', 'dark', 'ko'] as const,
      [size, 'minute', 'dark', 'zh-Hant'] as const,
      [size, 'window', 'light', 'zh-Hans'] as const,
    ]),
  )('%s of a %s, %s, in %s', async (size, shown, theme, language) => {
    expectGolden(GOLDEN, `${size}-${shown}-${theme}-${language}`, await drawn({ size, shown, theme, language }));
  });

  it.each(FRAMED.flatMap((size) => PICTURE_DENSITIES.map((density) => [size, density] as const)))(
    '%s at %i pixels a CSS pixel has exactly its pixels, and leads to its view by its QR code',
    async (size, density) => {
      const { png, qr } = await pictured({ size, density, simulated: true, theme: 'dark' }, (picture) => ({
        png: renderPicture(picture),
        qr: picture.footer.qr,
      }));
      const { width, height } = FRAMES[size];
      expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([width * density, height * density]);
      expect(decodeQR(pngPixels(png))).toBe(qr);
    },
  );

  const all = FRAMED.flatMap((size) =>
    (['minute', 'window'] as const).flatMap((shown) =>
      (['en', 'ko', 'zh-Hant', 'zh-Hans'] as const).map((language) => [size, shown, language] as const),
    ),
  );
  it.each(all)(
    '%s of a %s in %s has no line of text over another, none cut off, and none under 11 pixels',
    async (size, shown, language) => {
      for (const simulated of [false, true]) {
        const boxes = textBoxes(await drawn({ size, shown, language, simulated }), language);
        expect(boxes.length).toBeGreaterThan(15);
        expect(overlapping(boxes)).toEqual([]);
        expect(cutOff(boxes, FRAMES[size].width, FRAMES[size].height)).toEqual([]);
        expect(boxes.filter((box) => box.size < 11)).toEqual([]);
      }
    },
  );

  it.each([
    ['wide', 'minute'],
    ['wide', 'window'],
    ['page', 'minute'],
    ['page', 'window'],
    ['sheet', 'minute'],
  ] as const)('%s has all that a %s of sixteen venues rests on', async (size, shown) => {
    const { text, footer } = await pictured({ size, shown, simulated: true }, (picture) => ({
      text: written(drawPicture(picture)),
      footer: picture.footer,
    }));
    for (const fact of [
      footer.venuesLine,
      footer.reference,
      footer.peers,
      footer.rates,
      footer.window,
      footer.threshold,
      footer.digest,
      footer.key ?? '',
      footer.permalink,
      ...footer.rateNotes,
      'Simulated prices. No exchange published them.',
    ])
      expect(text).toContain(plain(fact));
    expect(text).not.toContain('…');
  });

  it.each(['square', 'card'] as const)(
    '%s has what no picture is without, and says where the rest is',
    async (size) => {
      const { text, picture } = await pictured({ size }, (one) => ({ text: written(drawPicture(one)), picture: one }));
      const { footer, sentence = '', title, subtitle } = picture;
      for (const said of [sentence, title, subtitle, footer.reference, footer.peers, footer.qr])
        expect(text).toContain(plain(said));
      expect(text).toContain(`${footer.digest.slice(0, 23)}…`);
      expect(text).toContain('Infullatthisaddressandinsidethisfile.');
    },
  );

  it.each(['wide', 'page', 'sheet'] as const)(
    '%s of a minute has its candles as published, deepest first',
    async (size) => {
      const text = written(await drawn({ size }));
      const rows = text.slice(text.indexOf('Market'));
      expect(rows).toMatch(/BinanceATOM\/USDT1\.9973\.4820\.0011\.9973\.46549−99\.97%/);
      expect(rows.indexOf('BinanceATOM/USDT1.997')).toBeLessThan(rows.indexOf('HTXATOM/USDT3.372'));
      expect(rows).toContain('GeminiATOM/USDnotrade');
      expect(rows).toContain('MEXCATOM/USDTnotfetched');
      expect(written(await drawn({ size, shown: 'window' }))).not.toContain('GeminiATOM/USDnotrade');
    },
  );

  it('of more books than its frame has room for says so, and lays nothing over anything', async () => {
    const venues = Array.from({ length: 48 }, (_, i) => `venue${String(i)}`);
    const input = {
      ...sixteenVenues(),
      markets: venues.map((venue) => book([venue, 'ATOM/USD'], AROUND, (at) => quiet(3, at))),
    };
    for (const size of FRAMED) {
      const svg = await drawn({ size, shown: 'window', input });
      expect(overlapping(textBoxes(svg, 'en'))).toEqual([]);
      expect(cutOff(textBoxes(svg, 'en'), FRAMES[size].width, FRAMES[size].height)).toEqual([]);
      if (size !== 'page') expect(written(svg)).toContain('Infullatthisaddressandinsidethisfile.');
    }
  });

  it.each(FRAMED)(
    '%s of simulated prices says so in every part of it that is large enough to be read',
    async (size) => {
      const { width, height } = FRAMES[size];
      const svg = await drawn({ size, simulated: true });
      const stamps = [...svg.matchAll(/translate\((-?[\d.]+) (-?[\d.]+)\) rotate\(-18\)[^>]*>SIMULATED</g)].map(
        ([, x, y]) => [Number(x), Number(y)] as const,
      );
      for (let top = 0; top + 300 <= height; top += 50)
        for (let left = 0; left + 400 <= width; left += 50)
          expect(
            stamps.some(([x, y]) => x >= left && x <= left + 400 && y >= top && y <= top + 300),
            `a cut of 400 × 300 at ${String(left)}, ${String(top)}`,
          ).toBe(true);
      expect(await drawn({ size })).not.toContain('SIMULATED');
    },
  );

  it('says in its file how it is drawn, all of its facts whatever its frame has room for', async () => {
    for (const theme of PICTURE_THEMES) {
      const { texts, footer } = await pictured({ size: 'card', theme, density: 2 }, (picture) => ({
        texts: textsOf(renderPicture(picture)),
        footer: picture.footer,
      }));
      expect(Object.fromEntries(texts)).toMatchObject({
        'plumbline:size': 'card',
        'plumbline:theme': theme,
        'plumbline:density': '2',
        'plumbline:books': footer.venuesLine.replaceAll('\u00a0', ' '),
        'plumbline:digest': footer.digest,
      });
    }
  });
});

describe('what its numbers do not bear out', () => {
  const few = (minPeers: number): AnalysisInput => {
    const input = sixteenVenues();
    const some = ['binance', 'coinbase', 'kraken'];
    return {
      ...input,
      question: { ...input.question, minPeers },
      markets: input.markets.filter(({ market }) => some.includes(market.venue)),
    };
  };

  it.each(FRAMED)('stands inside the plot of %s: that a deviation rests on few venues', async (size) => {
    for (const shown of ['minute', 'window'] as const) {
      expect(await drawn({ size, shown, input: few(2) })).toContain('>FEW PEERS<');
      expect(await drawn({ size, shown })).not.toContain('FEW PEERS');
    }
  });
});
