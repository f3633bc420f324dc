import type { IngestProgress } from '../ingest/progress';

/** A venue's progress with how fast it goes; undefined before there is anything to tell. */
export interface Paced extends IngestProgress {
  /** Candles recorded a second, since the venue's work began. */
  readonly perSecond: number | undefined;
  readonly etaSeconds: number | undefined;
}

interface Begun {
  readonly atMs: number;
  readonly doneMinutes: number;
  readonly candles: number;
}

/** Adds the pace to each venue's progress, counted from the first word of its work. */
export function paceKeeper(now: () => number): (progress: IngestProgress) => Paced {
  const begun = new Map<string, Begun>();
  return (progress) => {
    const { venue, doneMinutes, totalMinutes, candles } = progress;
    const start = begun.get(venue);
    if (start === undefined && totalMinutes > 0) begun.set(venue, { atMs: now(), doneMinutes, candles });
    const seconds = start === undefined ? 0 : (now() - start.atMs) / 1_000;
    const minutes = start === undefined ? 0 : doneMinutes - start.doneMinutes;
    const known = start !== undefined && seconds > 0;
    return {
      ...progress,
      perSecond: known ? (candles - start.candles) / seconds : undefined,
      etaSeconds: known && minutes > 0 ? Math.max(0, ((totalMinutes - doneMinutes) * seconds) / minutes) : undefined,
    };
  };
}

/** `1,234/s, 5 min left`; empty where nothing is known. */
export function spokenPace({ perSecond, etaSeconds }: Paced): string {
  const rate = perSecond === undefined ? [] : [`${Math.round(perSecond).toLocaleString('en')}/s`];
  const left = etaSeconds === undefined || etaSeconds === 0 ? [] : [etaSeconds < 90 ? `${String(Math.ceil(etaSeconds))} s left` : `${String(Math.ceil(etaSeconds / 60))} min left`];
  return [...rate, ...left].join(', ');
}
