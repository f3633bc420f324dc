import { LANGUAGES, type Language } from '../words/languages';
import { speech } from '../words/spoken';

/** The field of an address that says what it is read in; written where a reader chose, and carried on by every link from there. */
export const LANGUAGE_FIELD = 'lang';

/** undefined: none is chosen, or none that there is. */
export const languageIn = (search: URLSearchParams): Language | undefined => {
  const text = search.get(LANGUAGE_FIELD);
  return LANGUAGES.find((language) => language === text);
};

/** The same of an address: path, query, fragment. */
export function languageOf(address: string): Language | undefined {
  const query = /\?([^#]*)/.exec(address)?.[1];
  return query === undefined ? undefined : languageIn(new URLSearchParams(query));
}

/** What is read does not depend on what it is read in. */
export function withoutLanguage(search: URLSearchParams): URLSearchParams {
  const others = new URLSearchParams(search);
  others.delete(LANGUAGE_FIELD);
  return others;
}

/** An address of ours (path, query, fragment) in a language; one that it names already gives way. */
export function withLanguage(address: string, language: Language): string {
  const [, path = '', query = '', fragment = ''] = /^([^?#]*)(?:\?([^#]*))?(#.*)?$/.exec(address) ?? [];
  const fields = query.split('&').filter((field) => field !== '' && !field.startsWith(`${LANGUAGE_FIELD}=`));
  return `${path}?${[...fields, `${LANGUAGE_FIELD}=${language}`].join('&')}${fragment}`;
}

/** The address of a page as it is linked to: in the language that the reader chose, where one was chosen. */
export function inLanguage(address: string): string {
  const { language, isChosen } = speech();
  return isChosen && /^\/(?!\/|api\/)/.test(address) ? withLanguage(address, language) : address;
}

/** The address of an answer or a picture that a page shows: in the page's language. Nothing said is English. */
export function inPageLanguage(address: string): string {
  const { language } = speech();
  return language === 'en' ? address : withLanguage(address, language);
}
