import { unbroken, utc } from './numbers';
import { venueName } from './venues';

/** The box that takes a reader anywhere. */
export const palette = {
  open: 'Search',
  label: 'Go to',
  input: 'Asset, minute, venue, event or link',
  placeholder: 'ATOM 21:20',
  close: 'Close',
  list: 'Where to go',
  /** Nothing answers to what was typed. */
  none: 'Nothing stored here matches that.',
  /** `text`: what was typed as a time or a day. */
  unreal: (text: string): string => `There is no such time or date: ${text}.`,
  examples:
    'Type an asset and a time (ATOM 2025-10-10 21:20), a venue, an event, or paste a link. Times are UTC unless a zone follows: UTC+8, KST.',
  keys: 'All keys',
  failed: 'The list of assets could not be read. Links, events and pages can still be found.',
} as const;

/** What stands beside a destination. */
export const destinationKinds = {
  link: 'Link',
  minute: 'Minute',
  day: 'Day',
  asset: 'Asset',
  venue: 'Venue',
  event: 'Event',
  page: 'Page',
} as const;

const on = (venue: string | undefined): string => (venue === undefined ? '' : ` on ${venueName(venue)}`);

/** "ATOM on Binance" */
export const assetTitle = (name: string, venue: string | undefined): string => `${name}${on(venue)}`;

/** `at`: "2025-10-10T21:20Z"; "ATOM on Binance, 2025-10-10 21:20 UTC" */
export const minuteTitle = (name: string, venue: string | undefined, at: string): string =>
  unbroken(`${assetTitle(name, venue)}, ${utc(at)} UTC`);

/** `day`: "2025-10-10"; "ATOM, 2025-10-10 UTC" */
export const dayTitle = (name: string, venue: string | undefined, day: string): string =>
  `${assetTitle(name, venue)}, ${day} UTC`;
