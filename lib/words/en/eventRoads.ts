import type { MarketEvent, Road } from '../../domain/events/event';
import { formatMinute } from '../../domain/minute';
import { pairOf } from '../../domain/market';
import { venueName } from './venues';

export interface RoadWords {
  readonly what: string;
  readonly command: string;
}

const PLUMBLINE = 'npm run -s plumbline --';

/** How an event's candles come in, as typed. */
export function roadWords({ assets, window }: Pick<MarketEvent, 'assets' | 'window'>, road: Road): RoadWords {
  switch (road.kind) {
    case 'preset':
      return {
        what: 'The event with its assets, venues and windows',
        command: `${PLUMBLINE} ingest --preset ${road.preset}`,
      };
    case 'window':
      return {
        what: 'The venues that serve candles of that time (UTC)',
        command: `${PLUMBLINE} ingest ${assets.join(' ')} --from ${formatMinute(window.from)} --to ${formatMinute(window.to)}`,
      };
    case 'file':
      return {
        what: `${venueName(road.market.venue)} ${pairOf(road.market)}, which an ingest does not ask for: from a file of candles or trades`,
        command: `${PLUMBLINE} import FILE.csv --venue ${road.market.venue} --market ${pairOf(road.market)}`,
      };
  }
}
