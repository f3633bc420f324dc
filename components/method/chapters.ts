/** The parts of the page, in order; `id` is the anchor a link names. Numbered are the sections of the method. */
export const CHAPTERS = [
  { id: 'words', number: 1, title: 'Words' },
  { id: 'currency', number: 2, title: 'One currency' },
  { id: 'reference', number: 3, title: 'The reference' },
  { id: 'deviation', number: 4, title: 'Deviation' },
  { id: 'episodes', number: 5, title: 'Episodes' },
  { id: 'control', number: 6, title: 'The market as control' },
  { id: 'wrapped', number: 7, title: 'Wrapped and pegged assets' },
  { id: 'unusual', number: 8, title: 'How unusual' },
  { id: 'order', number: 9, title: 'Order of events' },
  { id: 'reproducible', number: 10, title: 'Reproducible' },
  { id: 'limits', number: undefined, title: 'What this cannot tell' },
  { id: 'readings', number: undefined, title: 'Where the rules leave room' },
  { id: 'versions', number: undefined, title: 'Versions' },
] as const;

export type ChapterId = (typeof CHAPTERS)[number]['id'];
