/** How well a name answers what was typed: the less the better; undefined: not at all. */
export type Rank = 0 | 1 | 2;

/** Small letters, without what parts words and without accents. */
export const folded = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** 0: the whole name; 1: its beginning; 2: each typed word begins a word of it, or stands in it where words are not parted (Chinese). Nothing typed answers to every name equally. */
export function rankOf(typed: string, names: readonly string[]): Rank | undefined {
  const ranks = names.map((name) => rankOfName(folded(typed), folded(name))).filter((rank) => rank !== undefined);
  return ranks.length === 0 ? undefined : (Math.min(...ranks) as Rank);
}

function rankOfName(typed: string, name: string): Rank | undefined {
  if (typed === '') return undefined;
  if (typed === name) return 0;
  if (name.startsWith(typed)) return 1;
  const words = name.split(' ');
  const isIn = (part: string): boolean =>
    HAN.test(part) ? name.includes(part) : words.some((word) => word.startsWith(part));
  return typed.split(' ').every(isIn) ? 2 : undefined;
}

const HAN = /\p{Script=Han}/u;
