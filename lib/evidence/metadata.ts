import type { PictureLook } from '../domain/pictureLook';
import { lookTexts } from '../sealed/lookText';
import type { PictureFooter } from './pictureSvg';
import { textsOf } from '../sealed/pngFile';

/** What a picture says of itself inside the file, for `verify` and for whoever finds it without its words. */
export interface PictureMetadata {
  /** The address that shows the same view. */
  readonly permalink: string;
  /** `sha256:…` */
  readonly digest: string;
  readonly method: number;
  readonly venues: readonly string[];
  /** `2025-10-10T20:00Z`, half-open. */
  readonly from: string;
  readonly to: string;
  /** Made by the exchange simulator; no exchange published these prices. */
  readonly simulated: boolean;
  /** When the data became what it is, ISO in UTC; undefined: not known. */
  readonly lastModified?: string | undefined;
}

const KEYWORDS = {
  software: 'Software',
  permalink: 'plumbline:permalink',
  digest: 'plumbline:digest',
  method: 'plumbline:method',
  venues: 'plumbline:venues',
  from: 'plumbline:from',
  to: 'plumbline:to',
  simulated: 'plumbline:simulated',
  lastModified: 'plumbline:last-modified',
} as const;

/** What stands on a picture in words, and how it is drawn. */
export interface PictureSaid {
  readonly title: string;
  readonly sentence?: string | undefined;
  readonly footer: PictureFooter;
  readonly look?: PictureLook | undefined;
}

/** The metadata as PNG texts, and behind it in words what stands on the picture, in the picture's language. */
export const metadataTexts = (metadata: PictureMetadata, said: PictureSaid): Readonly<Record<string, string>> => ({
  ...originTexts(metadata),
  ...lookTexts(said.look),
  ...saidTexts(said),
});

const originTexts = (metadata: PictureMetadata): Readonly<Record<string, string>> => ({
  [KEYWORDS.software]: 'Plumbline',
  [KEYWORDS.permalink]: metadata.permalink,
  [KEYWORDS.digest]: metadata.digest,
  [KEYWORDS.method]: String(metadata.method),
  [KEYWORDS.venues]: metadata.venues.join(','),
  [KEYWORDS.from]: metadata.from,
  [KEYWORDS.to]: metadata.to,
  [KEYWORDS.simulated]: String(metadata.simulated),
  ...(metadata.lastModified === undefined ? {} : { [KEYWORDS.lastModified]: metadata.lastModified }),
});

/** The same of a picture of many assets: what it says in words, by its names. */
export const listTexts = (
  metadata: PictureMetadata,
  look: PictureLook,
  said: Readonly<Record<string, string | undefined>>,
): Readonly<Record<string, string>> => ({ ...originTexts(metadata), ...lookTexts(look), ...namedTexts(said) });

const saidTexts = ({ title, sentence, footer }: PictureSaid): Readonly<Record<string, string>> =>
  namedTexts({
    title,
    sentence,
    window: footer.window,
    books: footer.venuesLine,
    reference: footer.reference,
    peers: footer.peers,
    rates: footer.rates,
    threshold: footer.threshold,
    'as-of': footer.asOf,
    key: footer.key,
    notes: footer.rateNotes.join(' '),
  });

const namedTexts = (said: Readonly<Record<string, string | undefined>>): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(said).flatMap(([name, text]) =>
      text === undefined || text === '' ? [] : [[`plumbline:${name}`, onOneLine(text)]],
    ),
  );

/** A PNG text holds no NUL, and a fact is one line. */
const onOneLine = (text: string): string => text.replace(/\p{Cc}+/gu, ' ').replace(/[\u00a0\u202f]/g, ' ');

/** Reads the metadata of a picture back. Undefined for a PNG that is not ours; throws on a damaged one. */
export function readPicture(png: Buffer): PictureMetadata | undefined {
  const texts = textsOf(png);
  const [permalink, digest, method, venues, from, to, simulated] = (
    ['permalink', 'digest', 'method', 'venues', 'from', 'to', 'simulated'] as const
  ).map((field) => texts.get(KEYWORDS[field]));
  if (
    permalink === undefined ||
    digest === undefined ||
    method === undefined ||
    venues === undefined ||
    from === undefined ||
    to === undefined
  )
    return undefined;
  if (simulated !== 'true' && simulated !== 'false') return undefined;
  const lastModified = texts.get(KEYWORDS.lastModified);
  return {
    permalink,
    digest,
    method: Number(method),
    venues: venues === '' ? [] : venues.split(','),
    from,
    to,
    simulated: simulated === 'true',
    ...(lastModified === undefined ? {} : { lastModified }),
  };
}
