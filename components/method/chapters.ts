import { CHAPTER_TITLES } from '@/lib/words/en/method/chapters';

/** The parts of the page, in order; `id` is the anchor a link names. Numbered are the sections of the method. */
const PARTS = [
  { id: 'words', number: 1 },
  { id: 'currency', number: 2 },
  { id: 'reference', number: 3 },
  { id: 'deviation', number: 4 },
  { id: 'episodes', number: 5 },
  { id: 'control', number: 6 },
  { id: 'wrapped', number: 7 },
  { id: 'unusual', number: 8 },
  { id: 'order', number: 9 },
  { id: 'reproducible', number: 10 },
  { id: 'itself', number: 11 },
  { id: 'limits', number: undefined },
  { id: 'readings', number: undefined },
  { id: 'versions', number: undefined },
] as const;

export type ChapterId = (typeof PARTS)[number]['id'];

const titles: Readonly<Record<ChapterId, string>> = CHAPTER_TITLES;

export const CHAPTERS = PARTS.map(({ id, number }) => ({ id, number, title: titles[id] }));

/** The link to a chapter from elsewhere on the page. */
export const anchorOf = (id: ChapterId): string => `#${id}`;
