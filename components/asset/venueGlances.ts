import { windowOf } from '@/lib/charts/buckets/columns';
import { minutesIn } from '@/lib/domain/minute';
import type { ColumnsAnswer } from '@/lib/api/columns/format';
import { takingPart } from '@/lib/api/takingPart';
import { venueName } from '@/lib/words/venues';
import { sparkOf, type Spark } from '@/lib/charts/sparkline/spark';

/** What of an answer is looked at. */
type Analysed = Pick<ColumnsAnswer, 'from' | 'to' | 'resolutionMinutes' | 'series' | 'markets'>;

/** What a list beside the chart says of a venue. */
export interface VenueGlance {
  readonly spark: Spark;
  /** The furthest deviation of the window, a ratio; null where nothing was measured. */
  readonly furthest: number | null;
  /** Minutes of the window that the venue answered, traded or not, 0 to 1. */
  readonly answered: number | null;
}

/** Buckets of a sparkline in the list: two pixels each are still seen. */
const BUCKETS = 24;

/** By venue, of the first market of each in an answer that the page has already. */
export function venueGlances(answer: Analysed): ReadonlyMap<string, VenueGlance> {
  const markets = takingPart(answer.markets);
  const minutes = minutesIn(windowOf(answer));
  const glances = new Map<string, VenueGlance>();
  for (const series of answer.series) {
    if (glances.has(series.venue)) continue;
    const market = markets.find(({ venue, kind }) => venue === series.venue && kind === series.kind);
    glances.set(series.venue, {
      spark: sparkOf(series, answer, BUCKETS),
      furthest: furthestOf(series.dLow, series.dHigh),
      answered: market === undefined ? null : (market.traded + market.noTrade) / minutes,
    });
  }
  return glances;
}

/** Lows count below the reference and highs above it, as in episodes; the further of both. */
function furthestOf(lows: Float64Array, highs: Float64Array): number | null {
  let [low, high] = [Infinity, -Infinity];
  for (const value of lows) if (value < low) low = value;
  for (const value of highs) if (value > high) high = value;
  if (low === Infinity && high === -Infinity) return null;
  return high === -Infinity || Math.abs(low) > Math.abs(high) ? low : high;
}

/** The venue highlighted, then the others by their furthest deviation; those of which nothing was measured last. Ties by name. */
export function inOrder<Covered extends { readonly venue: string }>(
  venues: readonly Covered[],
  glances: ReadonlyMap<string, Pick<VenueGlance, 'furthest'>>,
  focus: string | undefined,
): readonly Covered[] {
  const depth = ({ venue }: Covered): number => {
    if (venue === focus) return Infinity;
    const furthest = glances.get(venue)?.furthest ?? null;
    return furthest === null ? -1 : Math.abs(furthest);
  };
  return [...venues].sort((a, b) => depth(b) - depth(a) || venueName(a.venue).localeCompare(venueName(b.venue), 'en'));
}

/** One scale for all, so that a venue that stayed near lies flat beside one that fell. */
export function commonScale(glances: ReadonlyMap<string, VenueGlance>): {
  readonly least: number;
  readonly most: number;
} {
  let [least, most] = [-LEAST_SHOWN, LEAST_SHOWN];
  for (const { spark } of glances.values()) {
    for (const value of spark.low) if (value !== null && value < least) least = value;
    for (const value of spark.high) if (value !== null && value > most) most = value;
  }
  return { least, most };
}

/** Noise is not drawn as if it were an event. */
const LEAST_SHOWN = 0.01;
