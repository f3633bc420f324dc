/** The title of each chapter, by the anchor that links name. */
export const CHAPTER_TITLES = {
  words: 'Terms',
  currency: 'One currency',
  reference: 'The reference',
  deviation: 'Deviation',
  episodes: 'Episodes',
  control: 'The market as control',
  wrapped: 'Wrapped and pegged assets',
  unusual: 'How unusual',
  order: 'Order of events',
  reproducible: 'Reproducibility',
  itself: 'A venue against itself',
  limits: 'What these numbers cannot show',
  readings: 'How open cases are decided',
  versions: 'Versions',
} as const;
