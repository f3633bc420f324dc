import type { CoveredVenue } from '@/lib/domain/assetCoverage';
import type { Asset, Venue } from '@/lib/domain/market';
import { minute } from '@/lib/domain/minute';
import type { Question } from '@/lib/domain/question';
import type { View } from '@/lib/permalink/view';

export const venue = (id: string): Venue => id as Venue;

/** Four hours of ATOM as they open, changed as given. */
export const view = (change: Partial<View> = {}, question: Partial<Question> = {}): View => ({
  question: {
    asset: 'ATOM' as Asset,
    range: { from: minute(1_000), to: minute(1_240) },
    venues: undefined,
    markets: [],
    reference: { kind: 'others' },
    bloc: 'all',
    rate: 'usd',
    minPeers: 3,
    enter: 0.02,
    asOf: undefined,
    ...question,
  },
  minute: undefined,
  scale: 'auto',
  focus: undefined,
  lines: [],
  ...change,
});

/** A venue with one spot market, changed as given. */
export const covered = (id: string, change: Partial<CoveredVenue> = {}): CoveredVenue => ({
  venue: venue(id),
  spot: true,
  books: [{ quote: 'USDT', kind: 'spot' }],
  ...change,
});
