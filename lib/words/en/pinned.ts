import { count } from './numbers';

/** What a page says of an address that names the digest of its figures. What was stored and what is, never why. */
export const pinnedNotice = {
  label: 'Pinned address',
  waiting: 'Comparing the data with the digest in this address.',
  same: 'The figures match the digest in this address.',
  sameMinute:
    'The figures of this minute match the digest in this address. The digest does not cover the whole window.',
  changed: 'The data behind this address has changed since it was made.',
  changedText: 'The page shows the current figures. Each difference is listed below, before and after.',
  parameters: 'This instance computes this address by rules other than those of its digest.',
  parametersText: 'The lines of the digest that differ are listed below.',
  notFound: 'No data stored here, now or earlier, gives the digest in this address.',
  notFoundText:
    'The digest may come from another instance, from another version of this program or registry of assets, or from data that was never stored here. A picture or a bundle of that time names what it was computed from.',
  tooMany:
    'The data stored here now does not give the digest in this address, nor does any earlier state that was compared.',
  /** Over both of the last two. */
  looked: (states: number): string => `Earlier states compared, the newest first: ${count(states)}.`,
  more: 'More are stored than are compared.',
  presentShown: 'The page shows the current figures.',
  asItWas: 'Show the view as it was',
  answer: 'All differences as JSON',
} as const;

/** Over the lines of two digests that name no candles. */
export const pinnedRules = { name: 'Line of the digest', was: 'Before', now: 'Now' } as const;

/** The button that copies it, and what it is. */
export const pinnedLink = {
  copy: 'Copy pinned address',
  copied: 'Pinned address copied',
  term: 'Pinned address',
  hint: 'An address with the digest of these figures. If the data behind it changes later, its page says what changed and shows the view as it was.',
} as const;
