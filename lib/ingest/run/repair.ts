import { KINDS, nameOf, ROADS, roadOf, type Asset, type Market, type Source } from '../../domain/market';
import { minuteRange, plus, subtract, union, type Minute, type MinuteRange } from '../../domain/minute';
import type { IngestRoad, Job } from './jobs';

/** What is known of one market and source where something may be lacking. */
export interface Known {
  readonly market: Market;
  readonly source: Source;
  /** What was answered: sorted, disjoint. */
  readonly answered: readonly MinuteRange[];
  /** What was asked for and not answered. */
  readonly unanswered: readonly MinuteRange[];
  /** The minutes with a row in quarantine; answered all the same once a sound row came. */
  readonly quarantined: readonly Minute[];
}

/** What a repair needs of a store: what is known of the assets' markets, of all where none is named. */
export interface Gaps {
  known(assets: readonly Asset[]): Promise<readonly Known[]>;
}

/** The gaps of one market: unanswered between its first and last answered minute, or asked for and not answered, or in quarantine. */
function gapsOf({ answered, unanswered, quarantined }: Known): readonly MinuteRange[] {
  const known = union(answered);
  const [first, last] = [known[0], known.at(-1)];
  const span = first === undefined || last === undefined ? [] : [minuteRange(first.from, last.to)];
  return union([...span, ...unanswered, ...quarantined.map((at) => minuteRange(at, plus(at, 1)))]).flatMap((range) =>
    subtract(range, known),
  );
}

/** A road an ingester travels; a user's file is not asked again. */
const isIngestRoad = (road: string): road is IngestRoad => road !== 'file' && ROADS.some((one) => one === road);

/** What to ask again, and only that: every gap of the assets' markets, by the road on which the rest came. */
export async function repairOf(assets: readonly Asset[], gaps: Gaps): Promise<readonly Job[]> {
  const known = await gaps.known(assets);
  const jobs = known.flatMap((one) => {
    const road = roadOf(one.source);
    return isIngestRoad(road) ? gapsOf(one).map((range): Job => ({ market: one.market, road, range })) : [];
  });
  const order = (job: Job): string =>
    `${String(KINDS.indexOf(job.market.kind))} ${nameOf(job.market)} ${job.road} ${String(job.range.from).padStart(9, '0')}`;
  return jobs.sort((a, b) => (order(a) < order(b) ? -1 : 1));
}
