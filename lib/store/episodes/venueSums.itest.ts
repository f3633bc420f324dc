import { expect, it } from 'vitest';
import { BEYOND_RATES } from '../../domain/episode';
import type { Asset, Venue } from '../../domain/market';
import { minuteRange, plus } from '../../domain/minute';
import { EVERY_EPISODE } from '../../domain/scan';
import { withTransaction } from '../connection/transactions';
import { at } from '../testing/testAnswers';
import { freshDatabase } from '../testing/testDatabase';
import { episodesByVenue, insertEpisodes, type StoredEpisode } from './episodes';

const BEGIN = at('2025-10-10T00:00Z');
const COUNT = 3_000;

/** Areas of very different sizes: their sum is another in its last digits in another order. */
const EPISODES = Array.from({ length: COUNT }, (_, i): StoredEpisode => ({
  id: `e${String(i)}`,
  asset: `A${String(i % 7)}` as Asset,
  reference: 'others',
  venue: `v${String(i % 3)}` as Venue,
  quote: 'USD',
  kind: 'spot',
  side: 'below',
  start: plus(BEGIN, i),
  end: plus(BEGIN, i + 3),
  minutesBeyond: 3,
  minutesClosedBeyond: 3,
  unknownMinutes: 0,
  peak: -0.1 - (i % 5) / 100,
  peakMinute: plus(BEGIN, i),
  peakPrice: 3.6,
  peakReference: 4,
  peakClose: -0.1,
  peakOutside: -0.1,
  areaPctMinutes: (i % 4 === 0 ? 1e6 : 1) * Math.abs(Math.sin(i + 1)),
  recoveryMinutes: 1,
  baseVolume: 1,
  usdVolume: 1,
  volumeShare: 0.1,
  peersAtPeak: 3,
  minPeers: 3,
  censored: 'none',
  certainty: 'certain',
  uncertaintyAtPeak: 0,
  rateRuleAtPeak: 'usd',
  usdBloc: undefined,
  usdtBloc: undefined,
}));

const alphabetical = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Asset by asset, the deepest first. */
const areaOf = (venue: Venue): number =>
  EPISODES.filter((one) => one.venue === venue)
    .sort(
      (a, b) =>
        alphabetical(a.asset, b.asset) ||
        a.peak - b.peak ||
        b.areaPctMinutes - a.areaPctMinutes ||
        alphabetical(a.id, b.id),
    )
    .reduce((sum, { areaPctMinutes }) => sum + areaPctMinutes, 0);

it('the area of a venue is the same to the bit, however the database goes about it', async () => {
  const db = await freshDatabase('real');
  try {
    await withTransaction(db, (client) => insertEpisodes(client, EPISODES));
    for (const way of ["work_mem = '4MB'", "work_mem = '64kB'", 'enable_presorted_aggregate = off']) {
      const found = await withTransaction(db, async (client) => {
        await client.query(`SET LOCAL ${way}`);
        return episodesByVenue(
          client,
          {
            ...EVERY_EPISODE,
            range: minuteRange(BEGIN, plus(BEGIN, COUNT)),
            reference: 'others',
            limit: 10,
            certainty: BEYOND_RATES,
          },
          [0.1],
        );
      });
      expect(
        found.map(({ venue, areaPctMinutes }) => [venue, areaPctMinutes]),
        way,
      ).toEqual(found.map(({ venue }) => [venue, areaOf(venue)]));
      expect(found).toHaveLength(3);
    }
  } finally {
    await db.drop();
  }
});
