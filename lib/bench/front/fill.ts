import type { Asset, Venue } from '../../domain/market';
import { epochMs, minute, minuteRange, MINUTES_PER_DAY, type Day, dayOf, startOf } from '../../domain/minute';
import { METHOD_VERSION } from '../../domain/method';
import type { Database } from '../../store/connection/database';
import { rulesNow } from '../../store/episodes/rules';
import { ledgerOf } from '../../store/ledger/ledger';
import { emptied } from '../books/fill';
import { FIRST_MINUTE } from '../books/randomBooks';

/** How much is stored: every venue has one book of every asset over all the days. */
export interface Size {
  readonly assets: number;
  readonly venues: readonly string[];
  readonly days: number;
}

/** Of each asset against its usual reference: what the deepest of all are chosen from. */
const EPISODES_AN_ASSET = 50;

const FIRST_DAY: Day = dayOf(FIRST_MINUTE);
const NAMED = "'COIN' || lpad(asset::text, 3, '0')";

/** One day as an ingest leaves it: a candle a minute, its price another each quarter of an hour. */
async function oneDay(database: Database, venue: string): Promise<void> {
  const asked = minuteRange(startOf(FIRST_DAY), minute(startOf(FIRST_DAY) + MINUTES_PER_DAY));
  const candles = Array.from({ length: MINUTES_PER_DAY }, (_, slot) => {
    const price = 100 + (Math.floor(slot / 15) % 7) / 100;
    return {
      minute: minute(asked.from + slot),
      open: price,
      high: price,
      low: price,
      close: price,
      baseVolume: 1,
      quoteVolume: price,
      trades: 1,
    };
  });
  await ledgerOf(database).record([
    {
      market: { venue: venue as Venue, base: 'COIN000' as Asset, quote: 'USD', kind: 'spot' },
      source: 'rest',
      asked,
      candles,
      quarantined: [],
      askedAtMs: epochMs(asked.to),
      provenance: [],
    },
  ]);
}

/** Fills the database with one encoded day, again and again, by SQL: rows, their counts and their hashes. Comes to the number of days. */
export async function fillWithOneDay(database: Database, { assets, venues, days }: Size): Promise<number> {
  await emptied(database);
  const [first = ''] = venues;
  await oneDay(database, first);
  const { rows } = await database.pool.query<{ id: number }>('SELECT id FROM market');
  const model = rows[0]?.id;
  await database.pool.query(
    `INSERT INTO market (venue, base, quote, kind)
     SELECT venue, ${NAMED}, 'USD', 'spot' FROM generate_series(0, $1::int - 1) AS asset CROSS JOIN unnest($2::text[]) AS venue
     ON CONFLICT DO NOTHING`,
    [assets, venues],
  );
  const copies =
    'CROSS JOIN market m CROSS JOIN generate_series(d.day, d.day + $2::int - 1) AS at WHERE d.market_id = $1 AND (m.id, at) <> (d.market_id, d.day)';
  await database.pool.query(
    `INSERT INTO market_day (market_id, source, day, version, open, high, low, close, base_volume, quote_volume, trades, answered_at)
     SELECT m.id, d.source, at, 1, open, high, low, close, base_volume, quote_volume, trades, answered_at
     FROM market_day d ${copies}`,
    [model, days],
  );
  await database.pool.query(
    `INSERT INTO stored_day (market_id, source, day, version, changed, answered_minutes, candles, traded, no_trade, moved, set_aside, quarantined, revised, first_answered_at, last_answered_at, layout, leaf, row_version)
     SELECT m.id, d.source, at, 1, changed, answered_minutes, candles, traded, no_trade, moved, set_aside, quarantined, revised, first_answered_at, last_answered_at, layout, leaf, row_version
     FROM stored_day d ${copies}`,
    [model, days],
  );
  await database.pool.query('TRUNCATE stored_book, stale_day');
  await database.pool.query(
    `INSERT INTO stored_book (market_id, source, version, changed, created, whole_version, whole_changed, first_day, last_day, answered,
       answered_minutes, candles, traded, no_trade, moved, set_aside, quarantined, revised, first_answered_at, last_answered_at)
     SELECT market_id, source, count(*), pg_current_xact_id(), pg_current_xact_id(), 1, pg_current_xact_id(), min(day), max(day),
       int4multirange(int4range(min(day) * 1440, (max(day) + 1) * 1440)),
       sum(answered_minutes), sum(candles), sum(traded), sum(no_trade), sum(moved), sum(set_aside), sum(quarantined), sum(revised), min(first_answered_at), max(last_answered_at)
     FROM stored_day GROUP BY market_id, source`,
  );
  await database.pool.query(
    `INSERT INTO kept_day (asset, reference, day, clean, stale, method, rules)
     SELECT ${NAMED}, 'others', day, true, false, $4, $5 FROM generate_series(0, $1::int - 1) AS asset CROSS JOIN generate_series($2::int, $2::int + $3::int - 1) AS day`,
    [assets, FIRST_DAY, days, METHOD_VERSION, rulesNow()],
  );
  await database.pool.query(
    `INSERT INTO kept_episode (asset, reference, id, venue, quote, kind, side, start_minute, end_minute, minutes_beyond, minutes_closed_beyond, unknown_minutes,
       peak, peak_minute, peak_price, peak_reference, peak_close, peak_outside, area, recovery_minutes, base_volume, usd_volume, volume_share, peers_at_peak, min_peers,
       censored, certainty, uncertainty_at_peak, rate_rule_at_peak)
     SELECT ${NAMED}, 'others', asset || '-' || n, $3, 'USD', 'spot', 'below', at, at + 5, 5, 2, 0,
       -0.02 - ((asset * 7919 + n * 104729) % 997) / 2000.0, at + 2, 90, 100, 95, -0.01, 12, 3, 100, 9000, 0.1, 15, 15, 'none', 'certain', 0.0001, 'usd'
     FROM generate_series(0, $1::int - 1) AS asset CROSS JOIN generate_series(1, ${String(EPISODES_AN_ASSET)}) AS n
     CROSS JOIN LATERAL (SELECT $2::int * 1440 + n * 600 AS at) AS minute`,
    [assets, FIRST_DAY, first],
  );
  await database.pool.query('VACUUM ANALYZE');
  return assets * venues.length * days;
}
