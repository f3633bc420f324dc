'use client';

import { withLanguage } from '@/lib/permalink/language';
import { LANGUAGE_NAMES, LANGUAGES } from '@/lib/words/languages';
import { languageChoice } from '@/lib/words/frame';
import { speech } from '@/lib/words/spoken';
import { Select } from '../controls/Select';

/** What pages are read in. Another language is another page: it comes from the server whole, with the choice in its address. */
export function LanguageChoice({ className }: { readonly className: string }) {
  return (
    <Select
      label={languageChoice.label}
      className={`w-28 ${className}`}
      value={speech().language}
      choices={LANGUAGES.map((language) => ({ value: language, label: LANGUAGE_NAMES[language], language }))}
      onChoose={(language) => {
        const { pathname, search, hash } = window.location;
        window.location.assign(withLanguage(`${pathname}${search}${hash}`, language));
      }}
    />
  );
}
