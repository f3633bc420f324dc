import { formatInstant, instant } from '../../domain/instant';
import type { Asset, Venue } from '../../domain/market';
import { formatMinute, plus, type Minute } from '../../domain/minute';
import type { Readable } from '../connection/client';
import { marketsSince } from '../coverage/storedCoverage';
import { LISTED, listedMarkets } from '../markets';

/** What changed the figures of many addresses at once. */
export interface Move {
  /** When, for the last time. */
  readonly at: string;
  /** `revisions`: a venue's candles of an asset became others; `venue`: the first data of a venue came in. */
  readonly kind: 'revisions' | 'venue';
  readonly venue: string;
  /** null: every asset there is data of from the venue. */
  readonly asset: string | null;
  /** Minutes whose candle became another; null of a venue that came in. */
  readonly minutes: number | null;
  /** The minutes they lie within, half-open. */
  readonly from: string | null;
  readonly to: string | null;
  /** Of how many assets a venue that came in has data; null of revisions. */
  readonly assets: number | null;
}

/** Of one asset or of all, the newest first; revisions of one venue and asset are one entry. */
export async function movesOf(db: Readable, asset?: Asset): Promise<readonly Move[]> {
  const { rows } = await db.query<{
    readonly venue: string;
    readonly base: string;
    readonly minutes: number;
    readonly first: Minute;
    readonly last: Minute;
    readonly at: Date;
  }>(
    `SELECT m.venue, m.base, count(DISTINCT (r.market_id, r.source, r.minute))::int AS minutes, min(r.minute) AS first, max(r.minute) AS last, max(r.seen_again) AS at
     FROM ${LISTED} JOIN revision r ON r.market_id = m.id WHERE r.market_id = ANY($1::int[]) GROUP BY m.venue, m.base`,
    await listedMarkets(db, asset),
  );
  const revised = rows.map(({ venue, base, minutes, first, last, at }): Move => ({
    at: formatInstant(instant(at.getTime())),
    kind: 'revisions',
    venue,
    asset: base,
    minutes,
    from: formatMinute(first),
    to: formatMinute(plus(last, 1)),
    assets: null,
  }));
  const venues = new Map<Venue, { since: number; readonly assets: Set<string> }>();
  for (const { market, since } of await marketsSince(db)) {
    if (asset !== undefined && market.base !== asset) continue;
    const own = venues.get(market.venue) ?? { since, assets: new Set() };
    venues.set(market.venue, own);
    own.since = Math.min(own.since, since);
    own.assets.add(market.base);
  }
  const came = [...venues].map(([venue, { since, assets }]): Move => ({
    at: formatInstant(instant(since)),
    kind: 'venue',
    venue,
    asset: asset ?? null,
    minutes: null,
    from: null,
    to: null,
    assets: assets.size,
  }));
  // Two of one moment in the order of their names.
  return [...revised, ...came].sort((a, b) => {
    if (a.at !== b.at) return Date.parse(b.at) - Date.parse(a.at);
    return `${a.venue} ${a.asset ?? ''}` < `${b.venue} ${b.asset ?? ''}` ? -1 : 1;
  });
}
