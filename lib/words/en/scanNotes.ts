import type { ScanReference } from '../../domain/scan';
import { venueList } from './venues';

const SEARCHED: Readonly<Record<ScanReference, string>> = {
  own: 'No data in this window, so nothing was searched.',
  others: 'No data in this window, so nothing was searched.',
  wrapped: 'No data for any wrapped asset and its underlying in this window, so nothing was searched.',
  peg: 'No data for any pegged asset in this window, so nothing was searched.',
};

/** What a reader must know beside a list of episodes over all assets. */
export const scanNotes = {
  nothingSearched: (reference: ScanReference): string => SEARCHED[reference],
  /** Venues whose episodes alone are asked for. */
  notStored: (venues: readonly string[]): string => `No data from ${venueList(venues)} is stored.`,
  dayByDay:
    'Each UTC day is measured as a separate window, with the method’s default parameters. An episode can continue past midnight.',
  shownWhole: 'An episode that lies only partly in the window is shown whole.',
} as const;
