import type { ProgressAnswer, VenueProgress } from '../../api/progress';
import type { Pace, PacedTotal } from '../../api/pace';
import { candleCount } from './counts';
import { count, unbroken } from './numbers';
import { paceWords } from './pace';
import { venueName } from './venues';

const STATES: Readonly<Record<VenueProgress['state'], string>> = {
  connecting: 'connecting',
  working: 'fetching',
  waiting: 'waiting to retry',
  done: 'done',
  refused: 'refused, skipped',
  failed: 'failed',
  stopped: 'stopped',
};
export const stateWords = (state: VenueProgress['state']): string => STATES[state];

export const ingestWords = {
  title: 'Loading candles',
  all: 'All exchanges',
  /** On the button that opens the panel; `share`: 0 to 1, undefined while it is not known. */
  button: (share: number | undefined): string =>
    share === undefined ? 'Loading candles' : `Loading candles, ${wholePercent(share)}`,
  open: (button: string): string => `${button}: show progress by exchange`,
  bar: (name: string): string => `Progress of ${name}`,
  done: (doneMinutes: number, totalMinutes: number, share: number): string =>
    unbroken(`${count(doneMinutes)} of ${count(totalMinutes)} minutes, ${wholePercent(share)}`),
  estimates:
    'Rates are averages over the last minute, as seen by this page. The time left is estimated from them and assumes that every exchange serves everything requested. It appears once enough has been measured.',
} as const;

const wholePercent = (share: number): string => `${String(Math.floor(share * 100))} %`;

const joined = (parts: readonly (string | undefined)[]): string =>
  unbroken(parts.filter((part) => part !== undefined && part !== '').join(', '));

const running = (seconds: number): string =>
  seconds < 120 ? `${String(Math.floor(seconds))} s` : `${String(Math.floor(seconds / 60))} min`;

/** "290 candles, running for 75 s, 12 candles/s, about 4 min left". */
export const totalLine = (total: PacedTotal, elapsedSeconds: number | undefined): string =>
  joined([
    candleCount(total.candles),
    elapsedSeconds === undefined ? undefined : `running for ${running(elapsedSeconds)}`,
    paceWords(total),
  ]);

/** "fetching, 290 candles, 12 candles/s"; a venue's own note takes the place of its pace. */
export const venueLine = (venue: VenueProgress & Partial<Pace>): string =>
  joined([
    stateWords(venue.state),
    candleCount(venue.candles),
    venue.note === '' ? paceWords({ perSecond: venue.perSecond, etaSeconds: venue.etaSeconds }) : venue.note,
  ]);

/** What is still loading, in one sentence; undefined when nothing is. */
export function stillLoading(venues: readonly VenueProgress[]): string | undefined {
  const loading = venues.filter(({ state }) => state === 'connecting' || state === 'working' || state === 'waiting');
  if (loading.length === 0) return undefined;
  return `Still loading: ${loading.map(({ venue }) => venueName(venue)).join(', ')}. The numbers cover only the data loaded so far.`;
}

const STOPPED = 'The last ingest was stopped before it was complete.';

/** Which venues the last ingest could not load, each with the reason, and whether it was stopped; undefined: it is complete. */
export function skippedWords({ venues }: Pick<ProgressAnswer, 'venues'>): string | undefined {
  const skipped = venues.filter(({ state }) => state === 'refused' || state === 'failed');
  const stopped = venues.some(({ state }) => state === 'stopped') ? [STOPPED] : [];
  if (skipped.length === 0) return stopped[0];
  const named = skipped.map(
    ({ venue, state, note }) => `${venueName(venue)} (${note === '' ? stateWords(state) : note})`,
  );
  return [`The last ingest skipped ${named.join('; ')}.`, ...stopped].join(' ');
}
