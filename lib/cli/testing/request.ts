import type { Asset } from '../../domain/market';
import { parseRange } from '../../domain/minute';
import type { IngestRequest } from '../../ingest/ingest';
import { SPOT_VENUES } from '../../ingest/presets';

const window = (from: string, to: string): IngestRequest['windows'][number] => {
  const range = parseRange(from, to);
  if (!range.ok) throw new Error(range.error);
  return range.value;
};

/**
 * Two assets of the event from every venue: its window, then the six hours before it, so that most markets take more than
 * one page. Kraken's 720 newest candles reach back to 12:06 by the simulator's clock (00:05).
 */
export const REQUEST: IngestRequest = {
  assets: ['ATOM', 'USDE'].map((code) => code as Asset),
  venues: SPOT_VENUES,
  windows: [window('2025-10-10T20:00Z', '2025-10-11T00:00Z'), window('2025-10-10T14:00Z', '2025-10-10T20:00Z')],
  source: 'simulated',
};
