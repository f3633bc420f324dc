import type { ClientBase } from 'pg';
import type { Asset, Kind, Venue } from '../../domain/market';
import type { Minute, MinuteRange } from '../../domain/minute';
import type { Readable } from '../snapshot';

/** An episode as it is kept: NaN is not measurable, and a recovery that is not there was not found. */
export interface StoredEpisode {
  readonly id: string;
  readonly asset: Asset;
  readonly venue: Venue;
  readonly quote: string;
  readonly kind: Kind;
  readonly side: string;
  readonly start: Minute;
  readonly end: Minute;
  readonly minutesBeyond: number;
  readonly minutesClosedBeyond: number;
  readonly unknownMinutes: number;
  readonly peak: number;
  readonly peakMinute: Minute;
  readonly peakPrice: number;
  readonly peakReference: number;
  readonly peakClose: number;
  readonly peakOutside: number;
  readonly areaPctMinutes: number;
  readonly recoveryMinutes: number | undefined;
  readonly baseVolume: number;
  readonly usdVolume: number;
  readonly volumeShare: number;
  readonly peersAtPeak: number;
  readonly minPeers: number;
  readonly censored: string;
}

/** Every field, its column and the column's type. */
const COLUMNS: readonly (readonly [field: keyof StoredEpisode, column: string, type: 'text' | 'int' | 'float8'])[] = [
  ['id', 'id', 'text'], ['asset', 'asset', 'text'], ['venue', 'venue', 'text'], ['quote', 'quote', 'text'], ['kind', 'kind', 'text'], ['side', 'side', 'text'],
  ['start', 'start_minute', 'int'], ['end', 'end_minute', 'int'], ['minutesBeyond', 'minutes_beyond', 'int'], ['minutesClosedBeyond', 'minutes_closed_beyond', 'int'],
  ['unknownMinutes', 'unknown_minutes', 'int'], ['peak', 'peak', 'float8'], ['peakMinute', 'peak_minute', 'int'], ['peakPrice', 'peak_price', 'float8'],
  ['peakReference', 'peak_reference', 'float8'], ['peakClose', 'peak_close', 'float8'], ['peakOutside', 'peak_outside', 'float8'], ['areaPctMinutes', 'area', 'float8'],
  ['recoveryMinutes', 'recovery_minutes', 'int'], ['baseVolume', 'base_volume', 'float8'], ['usdVolume', 'usd_volume', 'float8'], ['volumeShare', 'volume_share', 'float8'],
  ['peersAtPeak', 'peers_at_peak', 'int'], ['minPeers', 'min_peers', 'int'], ['censored', 'censored', 'text'],
];

const NAMES = COLUMNS.map(([, column]) => column).join(', ');
const INSERT = `INSERT INTO kept_episode (reference, ${NAMES})
  SELECT $1, ${NAMES} FROM unnest(${COLUMNS.map(([, , type], i) => `$${String(i + 2)}::${type}[]`).join(', ')}) AS found (${NAMES})`;

export async function insertEpisodes(client: ClientBase, reference: string, episodes: readonly StoredEpisode[]): Promise<void> {
  if (episodes.length === 0) return;
  await client.query(INSERT, [reference, ...COLUMNS.map(([field]) => episodes.map((episode) => episode[field] ?? null))]);
}

/** By what episodes are ranked: deepest, longest, largest area, most USD volume first. */
export const RANKS = ['depth', 'duration', 'area', 'volume'] as const;
export type Rank = (typeof RANKS)[number];

/** An unknown volume is behind every known one. */
const ORDER: Readonly<Record<Rank, string>> = {
  depth: 'abs(peak) DESC',
  duration: 'end_minute - start_minute DESC',
  area: 'area DESC',
  volume: "nullif(usd_volume, 'NaN') DESC NULLS LAST",
};

export interface EpisodesWanted {
  readonly range: MinuteRange;
  readonly reference: string;
  readonly rank: Rank;
  readonly limit: number;
  /** undefined: any. */
  readonly assets: readonly Asset[] | undefined;
  readonly venues: readonly Venue[] | undefined;
  readonly kinds: readonly Kind[] | undefined;
  readonly side: string | undefined;
  /** Of the peak, as a ratio without its sign. */
  readonly leastDepth: number;
  /** Of the peers at the peak. */
  readonly leastPeers: number;
}

type Row = { readonly [Field in keyof StoredEpisode]: StoredEpisode[Field] | null } & { readonly all: number };

/** Kept episodes that overlap the range, the first `limit` by rank (ties by depth, area, then id), and how many there are in all. */
export async function rankedEpisodes(db: Readable, wanted: EpisodesWanted): Promise<{ readonly all: number; readonly episodes: readonly StoredEpisode[] }> {
  const { rows } = await db.pool.query<Row>(
    `SELECT ${COLUMNS.map(([field, column]) => `${column} AS "${field}"`).join(', ')}, (count(*) OVER ())::int AS "all"
     FROM kept_episode
     WHERE reference = $1 AND start_minute < $3 AND end_minute > $2
       AND ($4::text[] IS NULL OR asset = ANY($4)) AND ($5::text[] IS NULL OR venue = ANY($5)) AND ($6::text[] IS NULL OR kind = ANY($6))
       AND ($7::text IS NULL OR side = $7) AND abs(peak) >= $8 AND peers_at_peak >= $9
     ORDER BY ${ORDER[wanted.rank]}, abs(peak) DESC, area DESC, id COLLATE "C"
     LIMIT $10`,
    [
      wanted.reference, wanted.range.from, wanted.range.to, wanted.assets ?? null, wanted.venues ?? null, wanted.kinds ?? null,
      wanted.side ?? null, wanted.leastDepth, wanted.leastPeers, wanted.limit,
    ],
  );
  return { all: rows.length === 0 ? 0 : (rows[0] as Row).all, episodes: rows.map(storedEpisode) };
}

const storedEpisode = (row: Row): StoredEpisode =>
  Object.fromEntries(COLUMNS.map(([field]) => [field, row[field] ?? undefined])) as unknown as StoredEpisode;
