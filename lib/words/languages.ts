/** What pages are read in. English is what everything is first written in. */
export const LANGUAGES = ['en', 'ko', 'zh-Hant', 'zh-Hans'] as const;
export type Language = (typeof LANGUAGES)[number];
/** A language into which English is translated. */
export type OtherLanguage = Exclude<Language, 'en'>;

/** Each in itself, for who reads no other. */
export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = {
  en: 'English',
  ko: '한국어',
  'zh-Hant': '繁體中文',
  'zh-Hans': '简体中文',
};

/** Of what a browser calls the Chinese it wants, the regions that write it in traditional characters. */
const TRADITIONAL = /^zh-(?:hant|tw|hk|mo)\b/;

/** A language by its name as addresses and browsers write it ("zh-TW", "ko-KR"); undefined: none that pages are read in. */
export function parseLanguage(name: string): Language | undefined {
  const tag = name.trim().toLowerCase();
  if (/^zh\b/.test(tag)) return TRADITIONAL.test(tag) ? 'zh-Hant' : 'zh-Hans';
  return LANGUAGES.find((language) => tag === language || tag.startsWith(`${language}-`));
}

const MOST_NAMES = 20;

/**
 * The first of a browser's languages, by its own order of weight, that pages are read in; English where there is none.
 * `accepted`: the header Accept-Language (RFC 9110, section 12.5.4).
 */
export function acceptedLanguage(accepted: string | undefined): Language {
  const ranked = (accepted ?? '')
    .split(',', MOST_NAMES)
    .map((part) => {
      const [name = '', weight] = part.split(';');
      const written = /^\s*q\s*=\s*([01](?:\.\d{0,3})?)\s*$/.exec(weight ?? '')?.[1];
      return { name, weight: written === undefined ? 1 : Number(written) };
    })
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight);
  for (const { name } of ranked) {
    const language = parseLanguage(name);
    if (language !== undefined) return language;
  }
  return 'en';
}
