import type { InBrief } from '../../api/inBrief';
import { link, text } from '../richText';
import { assetCount, candleCount, venueCount } from './counts';
import { utc } from './numbers';
import { typedImport, typedIngest } from '../typed';

export const deepestDeviations = {
  title: 'Deepest deviations',
  lead: 'The peak minute of each episode in the stored data, each asset against its own reference: the other venues’ median; of a wrapped asset its underlying; of a pegged one its peg. None lies within the uncertainty of its rates. Open a minute to see every venue’s candle.',
  all: 'All episodes, ranked and filtered',
  secondReferences: text`Wrapped and pegged assets are also compared with ${link('/scan?reference=others', 'the other venues')}.`,
  none: 'In the stored data, no deviation less the uncertainty of its rates reaches its entry level.',
} as const;

export const storedAssets = {
  coverage: 'Which markets, day by day',
} as const;

/** "9 assets on 8 venues, 34,560 candles, 2025-10-10 20:00 to 2025-10-11 00:00 UTC." */
export const storedInBrief = ({ assets, venues, candles, from, to }: InBrief): string =>
  `${assetCount(assets)} on ${venueCount(venues)}, ${candleCount(candles)}, ${utc(from)} to ${utc(to)} UTC.`;

/** What to do so that there is something to see. The commands are typed as they stand. */
export const noData = {
  title: 'No data yet',
  running: 'No data yet. The first candles are loading; this page fills in by itself.',
  lead: 'Load candles from exchanges or from files. They appear here as they arrive.',
  ways: [
    {
      what: 'The event of 10 October 2025, with its assets and venues',
      ...typedIngest('--preset crash-2025-10-10'),
    },
    {
      what: 'One asset over a window you choose (UTC)',
      ...typedIngest('ATOM --from 2025-10-10T20:00Z --to 2025-10-11T00:00Z'),
    },
    {
      what: 'Candles or trades from your own files',
      ...typedImport('FILE.csv --venue binance --market ATOM/USDT'),
    },
  ],
} as const;
