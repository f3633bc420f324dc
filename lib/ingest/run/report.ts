import type { Asset, Market, Venue } from '../../domain/market';
import { ingestNotes, ingestSummary } from '../../words/en/ingest';
import { mend } from '../../words/en/mends';
import { linesOf, type Missing } from '../record/missing';
import type { RecheckedMarket } from './recheck';
import type { RoundEnd, VenueRun } from './venueRun';

interface VenueReport {
  readonly venue: Venue;
  readonly state: Exclude<RoundEnd, 'later'>;
  readonly markets: readonly Market[];
  readonly answeredMinutes: number;
  readonly candles: number;
  readonly quarantined: number;
}

export interface IngestReport {
  readonly venues: readonly VenueReport[];
  /** One line for each gap: venue, markets, range, cause, mend. */
  readonly missing: readonly string[];
  /** The same in figures, and what a stop left unasked. */
  readonly gaps: readonly Missing[];
  /** One line each: what was done otherwise than by the venue's candle API, and why. */
  readonly notes: readonly string[];
  /** What asking again came to, per market; empty unless `mode` is `recheck`. */
  readonly rechecked: readonly RecheckedMarket[];
  /** One line. */
  readonly summary: string;
}

const venueReport = ({ venue, state, markets, quarantined, tally }: VenueRun): VenueReport => ({
  venue,
  state: state === 'later' ? 'failed' : state,
  markets,
  answeredMinutes: tally.current.doneMinutes,
  candles: tally.current.candles,
  quarantined,
});

/** Assets that none of the venues lists: most likely a mistyped ticker. Undecided, so none, unless every venue gave its list. */
function listedNowhere(runs: readonly VenueRun[]): readonly Asset[] {
  const [first] = runs;
  if (first === undefined || first.request.parts !== undefined || runs.some((run) => run.state !== 'done')) return [];
  return first.request.assets.filter(
    (asset) => !runs.some(({ markets }) => markets.some(({ base }) => base === asset)),
  );
}

/** The longer candles recorded by all; undefined: none were asked for. */
function longerOf(runs: readonly VenueRun[]): VenueRun['longer'] | undefined {
  if (!runs.some(({ request }) => (request.timeframes ?? []).length > 0)) return undefined;
  const sum = (of: keyof VenueRun['longer']): number => runs.reduce((total, { longer }) => total + longer[of], 0);
  return { added: sum('added'), unchanged: sum('unchanged'), revised: sum('revised') };
}

/** What an ingest came to. `notes`: of the venues that were not asked. */
export function reportOf(
  runs: readonly VenueRun[],
  notes: readonly string[],
  rechecked: readonly RecheckedMarket[],
): IngestReport {
  const venues = runs.map(venueReport);
  const sum = (of: (report: VenueReport) => number): number => venues.reduce((total, one) => total + of(one), 0);
  const asked = runs.map(({ venue }) => venue);
  const missing = [
    // What a stop left unasked is no gap: the summary says once that the run was stopped.
    ...runs.flatMap((run) => linesOf(run.missing.filter(({ isStopped }) => isStopped !== true))),
    ...listedNowhere(runs).map((asset) => ingestNotes.listedNowhere(asset, asked, mend.ticker)),
  ];
  return {
    venues,
    missing,
    gaps: runs.flatMap((run) => run.missing),
    notes: [...notes, ...runs.flatMap((run) => [...run.notes])],
    rechecked,
    summary: ingestSummary({
      venues: venues.length,
      markets: sum(({ markets }) => markets.length),
      candles: sum(({ candles }) => candles),
      answeredMinutes: sum(({ answeredMinutes }) => answeredMinutes),
      longer: longerOf(runs),
      off: venues.flatMap(({ venue, state }) => (state === 'refused' || state === 'failed' ? [{ venue, state }] : [])),
      gaps: missing.length,
      isStopped: venues.some(({ state }) => state === 'stopped'),
    }),
  };
}
