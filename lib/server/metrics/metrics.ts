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
  gauge(registers, 'plumbline_kept_bytes', metricHelp.keptBytes, () => counts.kept?.().bytes);
  gauge(registers, 'plumbline_kept_answers', metricHelp.keptAnswers, () => counts.kept?.().entries);
  gauge(registers, 'plumbline_answers_in_making', metricHelp.making, () => counts.admission?.().making);
  gauge(registers, 'plumbline_answers_in_making_most', metricHelp.makingMost, () => counts.admission?.().mostMaking);
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
  gauge(registers, 'plumbline_analysis_tasks', metricHelp.analysisTasks, () => counts.analysisTasks?.());
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
  const ofPools = (name: string, help: string, figure: 'most' | 'waiting'): void => {
    new Gauge({
      name,
      help,
      labelNames: ['pool'],
      registers,
      collect() {
        this.reset();
        for (const [pool, read] of counts.pools) this.set({ pool }, read()[figure]);
      },
    });
  };
  ofPools('plumbline_pool_connections_most', metricHelp.poolMost, 'most');
  ofPools('plumbline_pool_waiting', metricHelp.poolWaiting, 'waiting');
}

/** One figure of this process; undefined: it is not counted here, and stays as it was. */
function gauge(registers: Registry[], name: string, help: string, figure: () => number | undefined): void {
  new Gauge({
    name,
    help,
    registers,
    collect() {
      const now = figure();
      if (now !== undefined) this.set(now);
    },
  });
}

/** What the database says; of one that does not answer nothing is told but that. */
function ofDatabase(registry: Registry, { figures, now }: Sources): void {
  const registers = [registry];
  const ofFigures = <Label extends string>(
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
  ofFigures('plumbline_simulated', metricHelp.simulated, [], (own, { simulated }) => {
    own.set(simulated ? 1 : 0);
  });
  ofFigures('plumbline_ingest_running', metricHelp.ingestRunning, [], (own, { ingest }) => {
    own.set(ingest?.running === true ? 1 : 0);
  });
  ofFigures('plumbline_ingest_failed_venues', metricHelp.ingestFailed, [], (own, { ingest }) => {
    if (ingest === undefined) own.remove();
    else own.set(ingest.failedVenues);
  });
  const ofVenues = (name: string, help: string, figure: (venue: Figures['venues'][number]) => number | null): void => {
    ofFigures(name, help, ['venue'], (own, { venues }) => {
      for (const one of venues) {
        const value = figure(one);
        if (value !== null) own.set({ venue: one.venue }, value);
      }
    });
  };
  ofVenues('plumbline_venue_lag_seconds', metricHelp.venueLag, ({ newestEnd }) =>
    newestEnd === null ? null : (now() - epochMs(newestEnd)) / 1_000,
  );
  ofVenues('plumbline_venue_newest_timestamp_seconds', metricHelp.venueNewest, ({ newestEnd }) =>
    newestEnd === null ? null : epochMs(newestEnd) / 1_000,
  );
  ofVenues('plumbline_venue_books', metricHelp.venueBooks, ({ books }) => books);
  ofVenues('plumbline_venue_books_current', metricHelp.venueBooksCurrent, ({ currentBooks }) => currentBooks);
  ofVenues('plumbline_venue_answered_minutes', metricHelp.venueAnswered, ({ answeredMinutes }) => answeredMinutes);
  ofVenues('plumbline_venue_gap_minutes', metricHelp.venueGaps, ({ gapMinutes }) => gapMinutes);
  ofVenues('plumbline_venue_revised_minutes', metricHelp.venueRevised, ({ revisedMinutes }) => revisedMinutes);
  ofVenues('plumbline_venue_quarantined_rows', metricHelp.venueQuarantined, ({ quarantinedRows }) => quarantinedRows);
}
