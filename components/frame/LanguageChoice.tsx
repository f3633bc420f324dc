'use client';

import { withLanguage } from '@/lib/permalink/language';
import { LANGUAGE_NAMES, LANGUAGES, type Language } from '@/lib/words/languages';
import { languageChoice } from '@/lib/words/frame';
import { speech } from '@/lib/words/spoken';

/** What pages are read in. Another language is another page: it comes from the server whole, with the choice in its address. */
export function LanguageChoice({ className }: { readonly className: string }) {
  return (
    <select
      aria-label={languageChoice.label}
      className={`field w-28 ${className}`}
      value={speech().language}
      onChange={({ target: { value } }) => {
        const { pathname, search, hash } = window.location;
        window.location.assign(withLanguage(`${pathname}${search}${hash}`, value as Language));
      }}
    >
      {LANGUAGES.map((language) => (
        <option key={language} value={language} lang={language}>
          {LANGUAGE_NAMES[language]}
        </option>
      ))}
    </select>
  );
}
