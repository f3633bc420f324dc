import type { Translation } from '../words/language';
import type { OtherLanguage } from '../words/languages';
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

/**
 * From now on words in this browser are those of a page as the server made it: in its reader's language, commands typed for a rehearsal where its
 * candles are simulated. On the server each request says so by itself.
 */
export function readAs(page: Speech, isRehearsal: boolean): void {
  if (typeof document === 'undefined') return;
  globalThis.plumblineSpeech = () => page;
  setInRehearsal(isRehearsal);
}
