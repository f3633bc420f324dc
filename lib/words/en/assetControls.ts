import type { Kind } from '../../domain/market';
import type { Bloc } from '../../domain/question';
import { peerStrength } from '../../domain/peers';
import { strengthWords } from './cells';
import { utc } from './numbers';
import { venueName } from './venues';

export const windowBar = {
  label: 'Window',
  earlier: 'Half a window earlier',
  later: 'Half a window later',
  zoomIn: 'Zoom in to half the window',
  zoomOut: 'Zoom out to twice the window',
  whole: 'Default window',
  /** The lengths offered around a minute. */
  lengths: { day: '1 d', week: '7 d', month: '30 d', year: '1 y' },
  around: (iso: string): string => `around ${utc(iso)} UTC`,
} as const;

export const controls = {
  label: 'What is compared',
  more: 'More settings',
  reference: 'Compare with',
  bloc: 'Books compared',
  enter: 'An episode begins at',
  minPeers: (isOneselfCounted: boolean): string => (isOneselfCounted ? 'Venues required' : 'Other venues required'),
  weak: 'Weak: with only two peers, one bad price makes the others look wrong.',
  prices: 'Prices',
  rates: { usd: 'in USD', none: 'raw quotes' },
  scale: 'Price scale',
  scales: { auto: 'auto', linear: 'linear', log: 'log' },
} as const;

/** Which of the other venues’ books a median is taken among. */
export const blocChoice = (bloc: Bloc): string => (bloc === 'all' ? 'in every quote' : `in ${bloc} only`);

/** "2 (weak)", "5 (strong)". */
export const peersChoice = (peers: number): string => `${String(peers)} (${strengthWords(peerStrength(peers))})`;

export const venueChoice = {
  legend: 'Venues',
  order: 'The highlighted venue, then the furthest deviation first',
  furthest: 'Furthest',
  answered: 'Answered',
} as const;
export const highlightVenue = (venue: string): string => `Highlight ${venueName(venue)}`;
/** Beside a venue that is part of the band, or has a line of its own already. */
export const drawAsLine = (venue: string): string => `Draw ${venueName(venue)} as a line`;

const KINDS: Readonly<Record<Kind, string>> = {
  spot: 'Spot',
  perp: 'Perpetual',
  mark: 'Mark price',
  index: 'Index',
};

/** A venue's markets, of which some are chosen. */
export const marketChoices = {
  kind: (kind: Kind): string => KINDS[kind],
  /** For those who hear the page: "OKX: perpetual". */
  label: (venue: string, kind: Kind): string => `${venueName(venue)}: ${KINDS[kind].toLowerCase()}`,
  usual: 'default',
  notShown: 'not shown',
} as const;

/** Before the buttons that offer another reference. */
export const offerWords = (isPairwise: boolean): string =>
  isPairwise ? 'Few venues take part. Compare with one of them:' : 'Compare with:';
