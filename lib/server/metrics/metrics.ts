import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import { epochMs } from '../../domain/minute';
import { metricHelp } from '../../words/en/metrics';
import { requestsInFlight, type Answered } from '../watch/watch';
import type { counts } from '../watch/counts';
import type { Figures } from './figures';

export interface Sources {
  readonly counts: ReturnType<typeof counts>;
  /** undefined: the database does not answer. */
  readonly figures: () => Promise<Figures | undefined>;
  /** Our clock, ms since 1970. */
  readonly now: () => number;
}

/** Seconds: what is kept takes less than a millisecond, a year of everything half a minute. */
const SECONDS = [0.001, 0.005, 0.025, 0.1, 0.5, 2, 10, 60];

/** All that is told, in the text form of Prometheus. What the database says is asked for when somebody reads it. */
export class Metrics {
  readonly #registry = new Registry();
  readonly #seconds: Histogram<'route'>;
  readonly #answers: Counter<'route' | 'status'>;

  constructor(sources: Sources) {
    const registers = [this.#registry];
    collectDefaultMetrics({ register: this.#registry });
    this.#seconds = new Histogram({
      name: 'plumbline_request_duration_seconds',
      help: metricHelp.requestDuration,
      labelNames: ['route'],
      buckets: SECONDS,
      registers,
    });
    this.#answers = new Counter({
      name: 'plumbline_answers_total',
      help: metricHelp.answers,
      labelNames: ['route', 'status'],
      registers,
    });
    new Gauge({
      name: 'plumbline_requests_in_flight',
      help: metricHelp.requestsInFlight,
      registers,
      collect() {
        this.set(requestsInFlight());
      },
    });
    ofCounts(this.#registry, sources);
    ofDatabase(this.#registry, sources);
  }

  /** Counts an answer. */
  readonly answered = ({ route, status, ms }: Answered): void => {
    this.#seconds.observe({ route }, ms / 1_000);
    this.#answers.inc({ route, status });
  };

  get contentType(): string {
    return this.#registry.contentType;
  }

  /** Never fails for a database that does not answer: its figures are left out, and `plumbline_database_up` is 0. */
  readonly text = (): Promise<string> => this.#registry.metrics();
}

/** What this process counts by itself, read when somebody asks. */
function ofCounts(registry: Registry, { counts }: Sources): void {
  const registers = [registry];
  new Counter({
    name: 'plumbline_kept_requests_total',
    help: metricHelp.keptRequests,
    labelNames: ['from'],
    registers,
    collect() {
      this.reset();
      for (const [from, count] of Object.entries(counts.kept?.().answers ?? {})) this.inc({ from }, count);
    },
  });
  new Gauge({
    name: 'plumbline_kept_bytes',
    help: metricHelp.keptBytes,
    registers,
    collect() {
      const kept = counts.kept?.();
      if (kept !== undefined) this.set(kept.bytes);
    },
  });
  new Gauge({
    name: 'plumbline_kept_answers',
    help: metricHelp.keptAnswers,
    registers,
    collect() {
      const kept = counts.kept?.();
      if (kept !== undefined) this.set(kept.entries);
    },
  });
  new Gauge({
    name: 'plumbline_answers_in_making',
    help: metricHelp.making,
    registers,
    collect() {
      const admission = counts.admission?.();
      if (admission !== undefined) this.set(admission.making);
    },
  });
  new Gauge({
    name: 'plumbline_answers_in_making_most',
    help: metricHelp.makingMost,
    registers,
    collect() {
      const admission = counts.admission?.();
      if (admission !== undefined) this.set(admission.mostMaking);
    },
  });
  new Counter({
    name: 'plumbline_refusals_total',
    help: metricHelp.refusals,
    labelNames: ['why'],
    registers,
    collect() {
      this.reset();
      for (const [why, count] of Object.entries(counts.admission?.().refused ?? {})) this.inc({ why }, count);
    },
  });
  new Gauge({
    name: 'plumbline_analysis_tasks',
    help: metricHelp.analysisTasks,
    registers,
    collect() {
      const tasks = counts.analysisTasks?.();
      if (tasks !== undefined) this.set(tasks);
    },
  });
  new Gauge({
    name: 'plumbline_pool_connections',
    help: metricHelp.poolConnections,
    labelNames: ['pool', 'state'],
    registers,
    collect() {
      this.reset();
      for (const [pool, read] of counts.pools) {
        const { busy, idle } = read();
        this.set({ pool, state: 'busy' }, busy);
        this.set({ pool, state: 'idle' }, idle);
      }
    },
  });
  new Gauge({
    name: 'plumbline_pool_connections_most',
    help: metricHelp.poolMost,
    labelNames: ['pool'],
    registers,
    collect() {
      this.reset();
      for (const [pool, read] of counts.pools) this.set({ pool }, read().most);
    },
  });
  new Gauge({
    name: 'plumbline_pool_waiting',
    help: metricHelp.poolWaiting,
    labelNames: ['pool'],
    registers,
    collect() {
      this.reset();
      for (const [pool, read] of counts.pools) this.set({ pool }, read().waiting);
    },
  });
}

/** What the database says; of one that does not answer nothing is told but that. */
function ofDatabase(registry: Registry, { figures, now }: Sources): void {
  const registers = [registry];
  const gauge = <Label extends string>(
    name: string,
    help: string,
    labelNames: readonly Label[],
    set: (own: Gauge<Label>, found: Figures) => void,
  ): void => {
    new Gauge({
      name,
      help,
      labelNames,
      registers,
      async collect() {
        this.reset();
        const found = await figures();
        if (found !== undefined) set(this, found);
        // A gauge without labels begins at 0, which would be an answer.
        else if (labelNames.length === 0) this.remove();
      },
    });
  };
  new Gauge({
    name: 'plumbline_database_up',
    help: metricHelp.databaseUp,
    registers,
    async collect() {
      this.set((await figures()) === undefined ? 0 : 1);
    },
  });
  gauge('plumbline_simulated', metricHelp.simulated, [], (own, { simulated }) => {
    own.set(simulated ? 1 : 0);
  });
  gauge('plumbline_ingest_running', metricHelp.ingestRunning, [], (own, { ingest }) => {
    own.set(ingest?.running === true ? 1 : 0);
  });
  gauge('plumbline_ingest_failed_venues', metricHelp.ingestFailed, [], (own, { ingest }) => {
    if (ingest === undefined) own.remove();
    else own.set(ingest.failedVenues);
  });
  gauge('plumbline_venue_lag_seconds', metricHelp.venueLag, ['venue'], (own, { venues }) => {
    for (const { venue, newestEnd } of venues)
      if (newestEnd !== null) own.set({ venue }, (now() - epochMs(newestEnd)) / 1_000);
  });
  gauge('plumbline_venue_newest_timestamp_seconds', metricHelp.venueNewest, ['venue'], (own, { venues }) => {
    for (const { venue, newestEnd } of venues) if (newestEnd !== null) own.set({ venue }, epochMs(newestEnd) / 1_000);
  });
  gauge('plumbline_venue_books', metricHelp.venueBooks, ['venue'], (own, { venues }) => {
    for (const { venue, books } of venues) own.set({ venue }, books);
  });
  gauge('plumbline_venue_books_current', metricHelp.venueBooksCurrent, ['venue'], (own, { venues }) => {
    for (const { venue, currentBooks } of venues) own.set({ venue }, currentBooks);
  });
  gauge('plumbline_venue_answered_minutes', metricHelp.venueAnswered, ['venue'], (own, { venues }) => {
    for (const { venue, answeredMinutes } of venues) own.set({ venue }, answeredMinutes);
  });
  gauge('plumbline_venue_gap_minutes', metricHelp.venueGaps, ['venue'], (own, { venues }) => {
    for (const { venue, gapMinutes } of venues) own.set({ venue }, gapMinutes);
  });
  gauge('plumbline_venue_revised_minutes', metricHelp.venueRevised, ['venue'], (own, { venues }) => {
    for (const { venue, revisedMinutes } of venues) own.set({ venue }, revisedMinutes);
  });
  gauge('plumbline_venue_quarantined_rows', metricHelp.venueQuarantined, ['venue'], (own, { venues }) => {
    for (const { venue, quarantinedRows } of venues) own.set({ venue }, quarantinedRows);
  });
}
