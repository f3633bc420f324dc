import { formRoute } from '../../permalink/forms';
import { languageOf } from '../../permalink/language';
import { acceptedLanguage } from '../../words/languages';
import type { Speech } from '../../words/spoken';

/**
 * What a request is answered in: what its address names; where it names nothing, a page is in the first of its browser's languages that pages
 * are read in (`accepted`: the header Accept-Language), and every answer of the API in English.
 */
export function speechOf(url: string, accepted: string | undefined): Speech {
  const chosen = languageOf(url);
  if (chosen !== undefined) return { language: chosen, isChosen: true };
  return { language: isApi(url) ? 'en' : acceptedLanguage(accepted), isChosen: false };
}

const isApi = (url: string): boolean => url.startsWith('/api/') || formRoute(url) !== undefined;
