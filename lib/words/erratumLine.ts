import type { Erratum } from '../api/errata';

/** The words of a language that an entry is told in. */
export interface ErratumWords {
  readonly erratum: string;
  readonly answer: (venue: string) => string;
  readonly recorded: (iso: string) => string;
  readonly publisher: string;
  readonly withdrawn: (iso: string) => string;
  readonly venueName: (venue: string) => string;
  readonly quoted: (statement: string) => string;
  /** Between what it is, when and by whom; before what was said; between two sentences. */
  readonly comma: string;
  readonly colon: string;
  readonly sentences: string;
}

/** What an entry is: an erratum, or whose answer. */
export const erratumHeadIn = (words: ErratumWords, { kind, venue }: Pick<Erratum, 'kind' | 'venue'>): string =>
  kind === 'venue-answer' && venue !== null ? words.answer(words.venueName(venue)) : words.erratum;

/** In one line, as it was given: what it is, when and by whom, the reason, the venue's words, and its withdrawal. */
export const erratumLineIn = (words: ErratumWords, one: Erratum): string =>
  [
    `${[erratumHeadIn(words, one), words.recorded(one.recorded), one.by ?? words.publisher].join(words.comma)}${words.colon}${one.reason}`,
    ...(one.statement === null ? [] : [words.quoted(one.statement)]),
    ...(one.link === null ? [] : [`<${one.link}>`]),
    ...(one.withdrawn === null
      ? []
      : [`${words.withdrawn(one.withdrawn.recorded)}${words.sentences}${one.withdrawn.reason}`]),
  ]
    .map((part) => part.replaceAll(/\s+/g, ' '))
    .join(words.sentences);
