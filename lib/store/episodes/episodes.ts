import { peggedAssets, wrappedAssets } from '../../domain/asset';
import type { Certainty, EpisodeFigures } from '../../domain/episode';
import type { Asset, Venue } from '../../domain/market';
import { dayOf, minute, type Day, type Minute, type MinuteRange } from '../../domain/minute';
import type { RateRule } from '../../domain/rate';
import type { Rank, Scan, StoredReference } from '../../domain/scan';
import type { Readable } from '../connection/client';
import type { Transaction } from '../connection/transactions';

/** An episode as it is stored. */
export interface StoredEpisode extends EpisodeFigures {
  readonly asset: Asset;
  readonly reference: StoredReference;
  readonly quote: string;
  /** undefined: found before it was kept. */
  readonly rateRuleAtPeak: RateRule | undefined;
  /** The medians of the USD books and of the USDT books at the peak, where they part. */
  readonly usdBloc: number | undefined;
  readonly usdtBloc: number | undefined;
}

/** Every field, its column and the column's type. */
const COLUMNS: readonly (readonly [field: keyof StoredEpisode, column: string, type: 'text' | 'int' | 'float8'])[] = [
  ['id', 'id', 'text'],
  ['asset', 'asset', 'text'],
  ['reference', 'reference', 'text'],
  ['venue', 'venue', 'text'],
  ['quote', 'quote', 'text'],
  ['kind', 'kind', 'text'],
  ['side', 'side', 'text'],
  ['start', 'start_minute', 'int'],
  ['end', 'end_minute', 'int'],
  ['minutesBeyond', 'minutes_beyond', 'int'],
  ['minutesClosedBeyond', 'minutes_closed_beyond', 'int'],
  ['unknownMinutes', 'unknown_minutes', 'int'],
  ['peak', 'peak', 'float8'],
  ['peakMinute', 'peak_minute', 'int'],
  ['peakPrice', 'peak_price', 'float8'],
  ['peakReference', 'peak_reference', 'float8'],
  ['peakClose', 'peak_close', 'float8'],
  ['peakOutside', 'peak_outside', 'float8'],
  ['areaPctMinutes', 'area', 'float8'],
  ['recoveryMinutes', 'recovery_minutes', 'int'],
  ['baseVolume', 'base_volume', 'float8'],
  ['usdVolume', 'usd_volume', 'float8'],
  ['volumeShare', 'volume_share', 'float8'],
  ['peersAtPeak', 'peers_at_peak', 'int'],
  ['minPeers', 'min_peers', 'int'],
  ['censored', 'censored', 'text'],
  ['certainty', 'certainty', 'text'],
  ['uncertaintyAtPeak', 'uncertainty_at_peak', 'float8'],
  ['rateRuleAtPeak', 'rate_rule_at_peak', 'text'],
  ['usdBloc', 'usd_bloc', 'float8'],
  ['usdtBloc', 'usdt_bloc', 'float8'],
];

/** The fields of one that was computed, in the order of one that was stored: written out, the two are the same text. */
export const inStoredOrder = (episode: StoredEpisode): StoredEpisode =>
  Object.fromEntries(COLUMNS.map(([field]) => [field, episode[field]])) as unknown as StoredEpisode;

const NAMES = COLUMNS.map(([, column]) => column).join(', ');
const INSERT = `INSERT INTO kept_episode (${NAMES})
  SELECT ${NAMES} FROM unnest(${COLUMNS.map(([, , type], i) => `$${String(i + 1)}::${type}[]`).join(', ')}) AS found (${NAMES})`;

export async function insertEpisodes(client: Transaction, episodes: readonly StoredEpisode[]): Promise<void> {
  if (episodes.length === 0) return;
  await client.query(
    INSERT,
    COLUMNS.map(([field]) => episodes.map((episode) => episode[field] ?? null)),
  );
}

/**
 * Of the reference asked for ($1); of `own` each asset's (`ownReference`): `wrapped` and `pegged` are the parameters with those assets. Not one value by CASE,
 * of whose rows Postgres knows no number: it took them for one in two hundred, and read all to sort them.
 */
const ofReference = (wrapped: string, pegged: string): string => {
  const [isWrapped, isPegged] = [wrapped, pegged].map((list) => `asset = ANY(${list}::text[])`);
  return `($1::text <> 'own' AND reference = $1::text OR $1::text = 'own' AND (reference = 'wrapped' AND ${isWrapped} OR reference = 'peg' AND ${isPegged}
        OR reference = 'others' AND NOT ${isWrapped} AND NOT ${isPegged}))`;
};

const ofNature = (): readonly (readonly Asset[])[] =>
  [wrappedAssets(), peggedAssets()].map((entries) => entries.map(({ asset }) => asset));

/** An unknown volume is behind every known one. */
const ORDER: Readonly<Record<Rank, string>> = {
  depth: 'abs(peak) DESC',
  duration: 'end_minute - start_minute DESC',
  area: 'area DESC',
  volume: "nullif(usd_volume, 'NaN') DESC NULLS LAST",
};

type Row = { readonly [Field in keyof StoredEpisode]: StoredEpisode[Field] | null };

const SELECTED = COLUMNS.map(([field, column]) => `${column} AS "${field}"`).join(', ');

/** The stored episodes a scan asks for. */
const WANTED = `${ofReference('$11', '$12')} AND start_minute < $3 AND end_minute > $2
       AND ($4::text[] IS NULL OR asset = ANY($4)) AND ($5::text[] IS NULL OR venue = ANY($5)) AND ($6::text[] IS NULL OR kind = ANY($6))
       AND ($7::text IS NULL OR side = $7) AND abs(peak) >= $8 AND peers_at_peak >= $9
       AND ($13::text[] IS NULL OR certainty = ANY($13))`;

/** Stored episodes that overlap the range, in order; `counted`: what else each row says. */
const selection = (rank: Rank, counted: string): string =>
  `SELECT ${SELECTED}${counted}
     FROM kept_episode
     WHERE ${WANTED}
     ORDER BY ${ORDER[rank]}, abs(peak) DESC, area DESC, id COLLATE "C"
     LIMIT $10`;

const parametersOf = (wanted: Scan): unknown[] => [
  wanted.reference,
  wanted.range.from,
  wanted.range.to,
  wanted.assets ?? null,
  wanted.venues ?? null,
  wanted.kinds ?? null,
  wanted.side ?? null,
  wanted.leastDepth,
  wanted.leastPeers,
  wanted.limit,
  ...ofNature(),
  wanted.certainty ?? null,
];

/** Stored episodes that overlap the range, the first `limit` by rank (ties by depth, area, then id), and how many there are in all. */
export async function rankedEpisodes(
  db: Readable,
  wanted: Scan,
): Promise<{ readonly all: number; readonly episodes: readonly StoredEpisode[] }> {
  const { rows } = await db.query<Row & { readonly all: number }>(
    selection(wanted.rank, ', (count(*) OVER ())::int AS "all"'),
    parametersOf(wanted),
  );
  const [first] = rows;
  return { all: first === undefined ? 0 : first.all, episodes: rows.map(storedEpisode) };
}

/** The same without counting the others: of the deepest, an index gives the first ones without a look at the rest. */
export async function firstEpisodes(db: Readable, wanted: Scan): Promise<readonly StoredEpisode[]> {
  const { rows } = await db.query<Row>(selection(wanted.rank, ''), parametersOf(wanted));
  return rows.map(storedEpisode);
}

/** What the episodes of one venue come to. */
export interface VenueEpisodes {
  readonly venue: Venue;
  readonly episodes: number;
  /** Assets with an episode there. */
  readonly assets: number;
  /** Σ over its episodes: minutes at or beyond the level at which each began, to its side. */
  readonly minutesBeyond: number;
  /** Σ of its episodes' areas, in percent × minutes. */
  readonly areaPctMinutes: number;
  /** How many peaks lie at or beyond each of the levels. */
  readonly peaksBeyond: readonly number[];
  readonly deepest: StoredEpisode;
  /** The place of the deepest among the episodes of all venues, 1 the deepest. */
  readonly worstRank: number;
}

/** The stored episodes that are asked for, venue by venue: the venue of the deepest first; one without an episode is not among them. */
export async function episodesByVenue(
  db: Readable,
  wanted: Scan,
  levels: readonly number[],
): Promise<readonly VenueEpisodes[]> {
  const peaks = levels.map((_, i) => `count(*) FILTER (WHERE depth >= ($14::float8[])[${String(i + 1)}])`);
  const { rows } = await db.query<
    Row & {
      readonly all: number;
      readonly assets: number;
      readonly beyond: number;
      readonly areas: number;
      readonly peaks: readonly number[];
      readonly place: number;
    }
  >(
    // A sort of narrow rows stays in memory: the rest of the few that are wanted is looked up by their key.
    // Areas are added in one order: floats added in the order of a plan would differ in their last digits between machines.
    `WITH found AS (
       SELECT asset, reference, id, venue, minutes_beyond, area, abs(peak) AS depth,
         row_number() OVER (ORDER BY ${ORDER.depth}, area DESC, id COLLATE "C")::int AS place
       FROM kept_episode WHERE ${WANTED}
     ), sums AS (
       SELECT venue, count(*)::int AS "all", count(DISTINCT asset)::int AS assets, sum(minutes_beyond)::float8 AS beyond,
         sum(area ORDER BY asset COLLATE "C", place) AS areas, ARRAY[${peaks.join(', ')}]::int[] AS peaks, min(place) AS place
       FROM found GROUP BY venue
     ), first AS (
       SELECT found.asset, found.reference, found.id, sums."all", sums.assets, sums.beyond, sums.areas, sums.peaks, sums.place FROM sums JOIN found USING (venue, place)
     )
     SELECT "all", assets, beyond, areas, peaks, place, ${SELECTED} FROM first JOIN kept_episode USING (asset, reference, id) ORDER BY place LIMIT $10`,
    [...parametersOf(wanted), levels],
  );
  return rows.map((row) => ({
    venue: row.venue as Venue,
    episodes: row.all,
    assets: row.assets,
    minutesBeyond: row.beyond,
    areaPctMinutes: row.areas,
    peaksBeyond: row.peaks,
    deepest: storedEpisode(row),
    worstRank: row.place,
  }));
}

/** What the certain episodes of one venue's spot books come to that began on a day. */
export interface VenueDay {
  readonly venue: Venue;
  readonly episodes: number;
  readonly assets: number;
  readonly minutesBeyond: number;
  readonly deepest: StoredEpisode;
  readonly longest: StoredEpisode;
}

/**
 * The stored episodes that began in a range, certain and of spot books, each asset's against its own reference, venue by venue: the venue of the
 * deepest first. Ties as in a scan.
 */
export async function venuesOfDay(db: Readable, range: MinuteRange): Promise<readonly VenueDay[]> {
  const own = ofReference('$4', '$5');
  const ties = `abs(peak) DESC, area DESC, id COLLATE "C"`;
  const { rows } = await db.query<
    Row & {
      readonly all: number;
      readonly assets: number;
      readonly beyond: number;
      readonly deep: number;
      readonly long: number;
    }
  >(
    `WITH found AS (
       SELECT asset, reference, id, venue, minutes_beyond, abs(peak) AS depth, area,
         row_number() OVER (PARTITION BY venue ORDER BY ${ties})::int AS deep,
         row_number() OVER (PARTITION BY venue ORDER BY ${ORDER.duration}, ${ties})::int AS long
       FROM kept_episode
       WHERE ${own} AND kind = 'spot' AND certainty = 'certain' AND start_minute >= $2 AND start_minute < $3
     ), sums AS (
       SELECT venue, count(*)::int AS "all", count(DISTINCT asset)::int AS assets, sum(minutes_beyond)::float8 AS beyond FROM found GROUP BY venue
     )
     SELECT sums."all", sums.assets, sums.beyond, shown.deep, shown.long, ${COLUMNS.map(([field, column]) => `e.${column} AS "${field}"`).join(', ')}
     FROM found AS shown JOIN sums USING (venue) JOIN kept_episode e USING (asset, reference, id)
     WHERE shown.deep = 1 OR shown.long = 1 ORDER BY shown.depth DESC, shown.area DESC, id COLLATE "C"`,
    ['own', range.from, range.to, ...ofNature()],
  );
  return rows
    .filter(({ deep }) => deep === 1)
    .map((row) => {
      const longest = rows.find(({ venue, long }) => venue === row.venue && long === 1);
      if (longest === undefined) throw new Error('a venue with an episode has a longest one');
      return {
        venue: row.venue as Venue,
        episodes: row.all,
        assets: row.assets,
        minutesBeyond: row.beyond,
        deepest: storedEpisode(row),
        longest: storedEpisode(longest),
      };
    });
}

/** The last minute before `end` at which an episode began as `venuesOfDay` counts them; undefined: none. */
export async function lastBegan(db: Readable, end: Minute): Promise<Minute | undefined> {
  const { rows } = await db.query<{ readonly last: Minute | null }>(
    `SELECT max(start_minute) AS last FROM kept_episode
     WHERE ${ofReference('$3', '$4')} AND kind = 'spot' AND certainty = 'certain' AND start_minute < $2`,
    ['own', end, ...ofNature()],
  );
  return rows[0]?.last ?? undefined;
}

/** The minutes of the stored episodes of assets, each asset's against its own reference, that overlap a range: by asset and start. */
export async function episodeSpans(
  db: Readable,
  assets: readonly Asset[],
  range: MinuteRange,
): Promise<readonly { readonly asset: Asset; readonly range: MinuteRange }[]> {
  const { rows } = await db.query<{ readonly asset: Asset; readonly from: Minute; readonly to: Minute }>(
    `SELECT DISTINCT asset, start_minute AS "from", end_minute AS "to" FROM kept_episode
     WHERE ${ofReference('$5', '$6')} AND asset = ANY($2) AND start_minute < $4 AND end_minute > $3
     ORDER BY asset, start_minute, end_minute`,
    ['own', assets, range.from, range.to, ...ofNature()],
  );
  return rows.map(({ asset, from, to }) => ({ asset, range: { from, to } }));
}

/** An asset's deepest episode on a venue. */
export type VenueDepth = Pick<
  StoredEpisode,
  'id' | 'asset' | 'reference' | 'venue' | 'kind' | 'side' | 'start' | 'end' | 'peak' | 'peakMinute'
>;

/**
 * Of the assets that strayed furthest, each against its own reference, the deepest episode on every venue: assets by depth, then venues by name.
 * Spot books alone, and nothing within the uncertainty of its rates. The assets are those of the `among` deepest episodes, at most `most`.
 */
export async function deepestByVenue(
  db: Readable,
  {
    certainty,
    among,
    most,
  }: { readonly certainty: readonly Certainty[]; readonly among: number; readonly most: number },
): Promise<readonly VenueDepth[]> {
  const own = ofReference('$2', '$3');
  const { rows } = await db.query<VenueDepth>(
    `WITH first AS (
       SELECT asset, abs(peak) AS depth FROM kept_episode
       WHERE ${own} AND kind = 'spot' AND certainty = ANY($4::text[])
       ORDER BY abs(peak) DESC, area DESC, id COLLATE "C" LIMIT $5
     ), shown AS (
       SELECT asset, max(depth) AS depth FROM first GROUP BY asset ORDER BY max(depth) DESC, asset COLLATE "C" LIMIT $6
     ), cell AS (
       SELECT DISTINCT ON (asset, venue) id, asset, reference, venue, kind, side, start_minute AS "start", end_minute AS "end", peak, peak_minute AS "peakMinute"
       FROM kept_episode WHERE asset = ANY(ARRAY(SELECT asset FROM shown)) AND ${own} AND kind = 'spot' AND certainty = ANY($4::text[])
       ORDER BY asset, venue, abs(peak) DESC, area DESC, id COLLATE "C"
     )
     SELECT cell.* FROM cell JOIN shown USING (asset) ORDER BY shown.depth DESC, asset COLLATE "C", venue COLLATE "C"`,
    ['own', ...ofNature(), certainty, among, most],
  );
  return rows;
}

const storedEpisode = (row: Row): StoredEpisode =>
  Object.fromEntries(COLUMNS.map(([field]) => [field, row[field] ?? undefined])) as unknown as StoredEpisode;

/** Over how many days of a window an asset's episodes were looked for. */
export interface SearchedAsset {
  readonly asset: Asset;
  readonly days: number;
}

/** The assets whose episodes were looked for in the range, by name. */
export async function searchedAssets(
  db: Readable,
  { range, reference, assets }: Pick<Scan, 'range' | 'reference' | 'assets'>,
): Promise<readonly SearchedAsset[]> {
  const { rows } = await db.query<SearchedAsset>(
    `SELECT asset, count(*)::int AS days FROM kept_day WHERE ${ofReference('$5', '$6')} AND day BETWEEN $2 AND $3 AND ($4::text[] IS NULL OR asset = ANY($4))
     GROUP BY asset ORDER BY asset COLLATE "C"`,
    [reference, dayOf(range.from), dayOf(minute(range.to - 1)), assets ?? null, ...ofNature()],
  );
  return rows;
}

/** The first and the last day over which episodes of any asset were looked for; undefined: none. */
export async function searchedDays(db: Readable): Promise<{ readonly first: Day; readonly last: Day } | undefined> {
  const { rows } = await db.query<{ readonly first: Day | null; readonly last: Day | null }>(
    "SELECT min(day) AS first, max(day) AS last FROM kept_day WHERE reference = 'others'",
  );
  const [row] = rows;
  return row === undefined || row.first === null || row.last === null
    ? undefined
    : { first: row.first, last: row.last };
}
