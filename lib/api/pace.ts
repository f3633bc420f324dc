/** How far a venue had come at a time. */
export interface PaceSample {
  /** By any clock that goes on steadily. */
  readonly atSeconds: number;
  readonly doneMinutes: number;
  readonly totalMinutes: number;
  readonly candles: number;
}

/** How fast a venue goes, measured over the last minute; undefined: too little was measured to say. */
export interface Pace {
  /** Candles recorded a second. */
  readonly perSecond: number | undefined;
  /** Estimated: what is left, at the pace of the last minute. Holds if the venue serves all that was asked for. */
  readonly etaSeconds: number | undefined;
}

const UNKNOWN: Pace = { perSecond: undefined, etaSeconds: undefined };

/** Long enough to smooth out pages that take seconds, short enough to notice a venue that slows down. */
const WINDOW_SECONDS = 60;
/** A shorter measurement tells of one page, not of a pace. */
const LEAST_SECONDS = 5;
/** Fewer steps forward tell nothing of those to come. */
const LEAST_STEPS = 3;
/** Samples nearer to one another are one. */
const APART_SECONDS = 0.25;

const isGrown = (sample: PaceSample, i: number, all: readonly PaceSample[]): boolean =>
  sample.doneMinutes > (all[i - 1]?.doneMinutes ?? Infinity);

function paceOf(samples: readonly PaceSample[]): Pace {
  const [first, last] = [samples[0], samples.at(-1)];
  if (first === undefined || last === undefined) return UNKNOWN;
  const left = last.totalMinutes - last.doneMinutes;
  const seconds = last.atSeconds - first.atSeconds;
  if (seconds < LEAST_SECONDS) return { perSecond: undefined, etaSeconds: left <= 0 ? 0 : undefined };
  const minutes = last.doneMinutes - first.doneMinutes;
  const isMeasured = minutes > 0 && samples.filter(isGrown).length >= LEAST_STEPS;
  return {
    perSecond: (last.candles - first.candles) / seconds,
    etaSeconds: left <= 0 ? 0 : isMeasured ? (left * seconds) / minutes : undefined,
  };
}

/**
 * Measures one venue's pace: given how far it has come, again and again, it answers the pace of the last minute. It measures
 * anew where what is asked for changes, where less is done than before, and where the clock began anew. Nothing counts
 * before it is known what is asked for.
 */
export function paceMeter(): (sample: PaceSample) => Pace {
  let samples: readonly PaceSample[] = [];
  return (sample) => {
    if (sample.totalMinutes === 0) return UNKNOWN;
    const last = samples.at(-1);
    const isAnew =
      last === undefined ||
      sample.totalMinutes !== last.totalMinutes ||
      sample.doneMinutes < last.doneMinutes ||
      sample.candles < last.candles ||
      sample.atSeconds < last.atSeconds;
    if (isAnew) samples = [sample];
    else {
      const before = samples.at(-2);
      // The newest of samples close together stands for them, beside the first.
      const kept =
        before !== undefined && last.atSeconds - before.atSeconds < APART_SECONDS ? samples.slice(0, -1) : samples;
      const from = kept.findLastIndex(({ atSeconds }) => sample.atSeconds - atSeconds >= WINDOW_SECONDS);
      samples = [...kept.slice(Math.max(0, from)), sample];
    }
    return paceOf(samples);
  };
}

interface Share {
  readonly state: string;
  readonly doneMinutes: number;
  readonly totalMinutes: number;
  readonly candles: number;
}

/** All venues of an ingest together. */
export interface PacedTotal extends Pace {
  /** Without those of venues that refuse us or failed: these will not come. */
  readonly doneMinutes: number;
  readonly totalMinutes: number;
  readonly candles: number;
}

const isGone = ({ state }: Share): boolean => state === 'refused' || state === 'failed';

/**
 * The venues together. They are asked side by side, so the last one to end is what is waited for: there is no ETA while
 * that of any venue still at work is unknown. The rate is that of the venues whose own is known.
 */
export function totalOf(venues: readonly (Share & Pace)[]): PacedTotal {
  const counted = venues.filter((venue) => !isGone(venue));
  const atWork = counted.filter(({ state }) => state !== 'done' && state !== 'stopped');
  const rates = atWork.flatMap(({ perSecond }) => perSecond ?? []);
  const etas = atWork.flatMap(({ etaSeconds }) => etaSeconds ?? []);
  const sum = (of: readonly Share[], one: (venue: Share) => number): number =>
    of.reduce((total, venue) => total + one(venue), 0);
  return {
    doneMinutes: sum(counted, ({ doneMinutes }) => doneMinutes),
    totalMinutes: sum(counted, ({ totalMinutes }) => totalMinutes),
    candles: sum(venues, ({ candles }) => candles),
    perSecond: rates.length === 0 ? undefined : rates.reduce((a, b) => a + b),
    etaSeconds: etas.length < atWork.length || etas.length === 0 ? undefined : Math.max(...etas),
  };
}
