import type { Asset, Venue } from '../../domain/market';
import { parseRange } from '../../domain/minute';
import type { IngestRequest } from '../../ingest/run/ingest';
import { brokenPromise } from '../../domain/unit';

const window = (from: string, to: string): IngestRequest['windows'][number] => {
  const range = parseRange(from, to);
  if (!range.ok) throw brokenPromise(range.error);
  return range.value;
};

/** Venues whose candles reach back as far as the windows, from two hundred rows a page to one thousand. */
const VENUES = ['binance', 'coinbase', 'upbit'].map((id) => id as Venue);

/** Two assets of the event: its window, then the day before it, so that a market takes up to ten pages. */
export const REQUEST: IngestRequest = {
  assets: ['ATOM', 'USDE'].map((code) => code as Asset),
  venues: VENUES,
  windows: [window('2025-10-10T20:00Z', '2025-10-11T00:00Z'), window('2025-10-09T20:00Z', '2025-10-10T20:00Z')],
  source: 'simulated',
};
