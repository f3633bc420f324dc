const BEFORE_LATIN = /(?<=\p{Script=Han})(?=[A-Za-z0-9+−±])/gu;
const AFTER_LATIN = /(?<=[A-Za-z0-9%])(?=\p{Script=Han})/gu;

/** Chinese as it is printed beside Latin: a space where characters meet letters or figures; punctuation needs none. */
export const spaced = (text: string): string => text.replace(BEFORE_LATIN, ' ').replace(AFTER_LATIN, ' ');

/** The same of a text with names or figures put in: han`比${reference}低 3 %`. */
export const han = (strings: TemplateStringsArray, ...between: readonly string[]): string =>
  spaced(String.raw({ raw: strings }, ...between));
