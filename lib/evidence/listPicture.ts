import type { PictureLook } from '../domain/pictureLook';
import type { Pixels } from '../sealed/pixels';
import { DIGEST_TEXT, SEAL } from '../sealed/sealText';
import { pictureSimulated, pictureTerms, pictureTranslation } from '../words/picture';
import { joins } from '../words/spelled';
import { speech } from '../words/spoken';
import { laidOut, pixelsOf } from './laidOut';
import { listTexts, type PictureMetadata } from './metadata';
import { pngOf } from './pngText';
import { sealOf, type Signer } from './seal';
import type { Fact } from './sheet/blocks';
import { SHORT_DIGEST } from './sheet/footerFacts';
import { framedSvg, type FramedContent, type FramedSize } from './sheet/frames';
import { saidSvg } from './svgFile';

/** What a page of many assets shows on its picture. */
export type ListDrawing = Pick<FramedContent, 'title' | 'subtitle' | 'sentence' | 'plot' | 'tallest' | 'table'> & {
  /** What it rests on beside the window, the most important first. */
  readonly facts: readonly Fact[];
};

/** A page of many assets as a picture in a frame. */
export interface ListPicture {
  readonly drawing: ListDrawing;
  readonly window: string;
  /** Plain sentences a reader must see beside the numbers. */
  readonly notes: readonly string[];
  /** The moment as of which the data is read, where the address names one. */
  readonly asOf: string | undefined;
  readonly metadata: PictureMetadata;
  /** What its digest is the hash of. */
  readonly digestText: string;
  /** The id of the key that seals it; undefined: none does. */
  readonly key: string | undefined;
  readonly look: PictureLook & { readonly size: FramedSize };
}

/** As a PNG that stands for itself, sealed by `signer`; the same bytes for the same input in every process. */
export function renderList(picture: ListPicture, signer?: Signer): Buffer {
  const drawn = listPixels(picture);
  const texts = { ...textsOfList(picture), [DIGEST_TEXT]: picture.digestText };
  return pngOf(drawn, signer === undefined ? texts : { ...texts, [SEAL]: sealOf(texts, drawn, signer) });
}

export const listPixels = (picture: ListPicture): Pixels => pixelsOf(laidOut(drawList(picture), picture.look.density));

/** As an SVG file whose letters are outlines. */
export const listSvg = (picture: ListPicture): string =>
  saidSvg(laidOut(drawList(picture), 1), picture.drawing, textsOfList(picture));

/** As an SVG, before it is made into pixels. */
export function drawList({ drawing, window, notes, asOf, metadata, key, look }: ListPicture): string {
  const { permalink, digest, method, simulated } = metadata;
  const own = drawing.facts;
  const of = (term: string, text: string | undefined): readonly Fact[] => (text === undefined ? [] : [{ term, text }]);
  const content: FramedContent = {
    ...drawing,
    facts: [
      ...of(pictureTerms.simulated, simulated ? pictureSimulated.footer : undefined),
      ...of(pictureTerms.window, window),
      ...own,
      ...of(pictureTerms.notes, notes.length === 0 ? undefined : notes.join(joins.sentences)),
      ...of(pictureTerms.asOf, asOf),
      ...of(pictureTranslation.term, speech().language === 'en' ? undefined : pictureTranslation.note),
    ],
    essential: [
      ...own.slice(0, 1),
      {
        term: pictureTerms.method,
        text: [
          String(method),
          ...(asOf === undefined ? [] : [`${pictureTerms.asOf} ${asOf}`]),
          `${pictureTerms.digest} ${digest.slice(0, SHORT_DIGEST)}…`,
        ].join(' · '),
      },
    ],
    origin: [
      { term: pictureTerms.method, text: String(method) },
      { term: pictureTerms.digest, text: digest, face: 'mono' },
      ...(key === undefined ? [] : [{ term: pictureTerms.key, text: key, face: 'mono' } as const]),
      { term: pictureTerms.address, text: permalink, face: 'mono' },
    ],
    qr: permalink,
    simulated,
    theme: look.theme,
  };
  return framedSvg(content, look.size).svg;
}

const textsOfList = ({ drawing, window, notes, asOf, metadata, key, look }: ListPicture) =>
  listTexts(metadata, look, {
    title: drawing.title,
    sentence: drawing.sentence,
    window,
    'as-of': asOf,
    key,
    notes: notes.join(' '),
  });
