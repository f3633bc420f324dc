import type * as en from './en';
import type { Language, OtherLanguage } from './languages';
import type { FiledRoom, FiledTranslation, SpokenRoom, Translation } from './language';

/** What a page is read in, and whether its reader chose that or the browser did. */
export interface Speech {
  readonly language: Language;
  readonly isChosen: boolean;
}

declare global {
  /** Set where pages are made (lib/server/language) and where they are read (lib/client/language); nowhere else is anything but English said. */
  var plumblineSpeech: (() => Speech | undefined) | undefined;
  /** What is there of each language: all on the server, the page's own in a browser. */
  var plumblineTranslations: Partial<Record<OtherLanguage, Translation & Partial<FiledTranslation>>> | undefined;
}

const ENGLISH: Speech = { language: 'en', isChosen: false };

export const speech = (): Speech => globalThis.plumblineSpeech?.() ?? ENGLISH;

/** `filed`: what files made on the server say besides, where they are made. */
export function addTranslation(language: OtherLanguage, translation: Translation, filed?: FiledTranslation): void {
  globalThis.plumblineTranslations = {
    ...globalThis.plumblineTranslations,
    [language]: filed === undefined ? translation : { ...translation, ...filed },
  };
}

type Read = () => unknown;

/**
 * A room of words in the language of the moment: each function and each text is that of the reader who is answered when it is called or
 * read. So none may be read while a module is loaded.
 */
export function spoken<Room extends SpokenRoom | FiledRoom>(room: Room, english: (typeof en)[Room]): (typeof en)[Room] {
  const inForce = (): Readonly<Record<string, unknown>> => {
    const { language } = speech();
    return language === 'en' ? english : (globalThis.plumblineTranslations?.[language]?.[room] ?? english);
  };
  // Of a module each name may be a getter; of what it exports, only a text that depends on the moment by itself is one.
  return ofMoment({ ...english }, inForce) as (typeof en)[Room];
}

/** An object with the same names, each read of it a read of what `inForce` is by then. */
function ofMoment(english: object, inForce: () => Readonly<Record<string, unknown>>): object {
  const said = {};
  for (const [name, { value }] of Object.entries<PropertyDescriptor>(Object.getOwnPropertyDescriptors(english))) {
    const read: Read = () => inForce()[name];
    if (typeof value === 'function') {
      const call = (...given: unknown[]): unknown => (read() as (...given: unknown[]) => unknown)(...given);
      Object.defineProperty(said, name, { enumerable: true, value: call });
    } else if (isNamed(value)) {
      const nested = ofMoment(value, read as () => Readonly<Record<string, unknown>>);
      Object.defineProperty(said, name, { enumerable: true, value: nested });
    } else {
      Object.defineProperty(said, name, { enumerable: true, get: read });
    }
  }
  return said;
}

/** Texts by names; not a list, nor a text with marks in it, which each language divides in its own way. */
const isNamed = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !('mark' in value) && !('href' in value);
