import type { Translation } from '../words/language';
import { LANGUAGES, type OtherLanguage } from '../words/languages';
import { setInRehearsal } from '../words/typed';
import { addTranslation, speech, type Speech } from '../words/spoken';

/** Each its own file, fetched by who reads it. */
const FETCH: Readonly<Record<OtherLanguage, () => Promise<Translation>>> = {
  ko: () => import('../words/ko'),
  'zh-Hant': () => import('../words/zh-Hant'),
  'zh-Hans': () => import('../words/zh-Hans'),
};

const fetched = new Map<OtherLanguage, Promise<void>>();

/** What the page's own language says; undefined: it is there, as English always is. */
export function translation(): Promise<void> | undefined {
  const { language } = speech();
  if (language === 'en' || globalThis.plumblineTranslations?.[language] !== undefined) return undefined;
  const under =
    fetched.get(language) ??
    FETCH[language]().then((words) => {
      addTranslation(language, words);
    });
  fetched.set(language, under);
  return under;
}

/** What the server wrote on a page: its language, and whether the reader chose it. It stays until another page is fetched whole. */
export const CHOSEN = 'data-language-chosen';

/** The same: whether its prices are simulated, so that the commands on it are typed for a rehearsal. */
export const SIMULATED_PAGE = 'data-simulated';

function speechOfPage({ documentElement }: Document): Speech {
  const language = LANGUAGES.find((one) => one === documentElement.lang) ?? 'en';
  return { language, isChosen: documentElement.hasAttribute(CHOSEN) };
}

if (typeof document !== 'undefined') {
  const written = speechOfPage(document);
  globalThis.plumblineSpeech = () => written;
  setInRehearsal(document.documentElement.hasAttribute(SIMULATED_PAGE));
}
