import { languageOf, withLanguage } from '../language';
import { addressOfShort, codeIn } from './short';

/**
 * Where the address of a request, path and query, leads if it is a short one: in the language that it names. undefined: it is none, or its code was cut short,
 * mistyped, or comes from a later version.
 */
export function shortLeadsTo(url: string): string | undefined {
  const path = /^[^?#]*/.exec(url)?.[0] ?? '';
  if (codeIn(path) === undefined) return undefined;
  const address = addressOfShort(path);
  const language = languageOf(url);
  return address === undefined || language === undefined ? address : withLanguage(address, language);
}
