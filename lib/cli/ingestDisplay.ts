import { nameOf } from '../domain/market';
import type { IngestReport } from '../ingest/ingest';
import type { IngestProgress } from '../ingest/progress';
import type { RecheckedMarket } from '../ingest/recheck';
import { progressDisplay } from './bars';
import { say } from './exit';
import { paceKeeper, spokenPace, type Paced } from './pace';

/** How an ingest is told: while it runs, and what came of it. */
export interface IngestDisplay {
  readonly show: (progress: IngestProgress) => void;
  readonly end: (report: IngestReport) => void;
  /** Whatever happens. */
  readonly close: () => void;
}

/** A venue's line is written so often at most, unless its state or note changes. */
const LINE_EVERY_MS = 500;

/** `kraken ATOM/USD (rest): 240 minutes the same, 1 differs, 3 new`. */
const spokenRecheck = ({ market, source, same, differ, fresh }: RecheckedMarket): string =>
  `${nameOf(market)} (${source}): ${String(same)} minutes the same, ${String(differ)} differ, ${String(fresh)} new`;

/** Bars on a terminal, lines elsewhere, and what came of it in lines: on standard error. */
export function spokenDisplay(stream: NodeJS.WriteStream, now: () => number): IngestDisplay {
  const display = progressDisplay(stream);
  const pace = paceKeeper(now);
  return {
    show(progress) {
      const paced = pace(progress);
      // Lines are written when a note changes: a pace would change with every page.
      display.show(stream.isTTY && progress.note === '' ? { ...progress, note: spokenPace(paced) } : progress);
    },
    end(report) {
      display.close();
      for (const one of report.rechecked) say(spokenRecheck(one));
      for (const line of report.notes) say(`note: ${line}`);
      for (const line of report.missing) say(`missing: ${line}`);
      say(report.summary);
    },
    close: display.close,
  };
}

const orNull = (value: number | undefined): number | null => (value === undefined ? null : value);

const progressLine = ({ venue, state, doneMinutes, totalMinutes, candles, perSecond, etaSeconds, note }: Paced): object =>
  ({ type: 'progress', venue, state, doneMinutes, totalMinutes, candles, perSecond: orNull(perSecond), etaSeconds: orNull(etaSeconds), note });

/** For machines: one JSON object a line, through `write`. */
export function jsonDisplay(write: (line: string) => void, now: () => number): IngestDisplay {
  const pace = paceKeeper(now);
  const told = new Map<string, { readonly said: string; readonly atMs: number }>();
  return {
    show(progress) {
      const paced = pace(progress);
      const said = `${progress.state} ${progress.note}`;
      const last = told.get(progress.venue);
      if (last?.said === said && now() - last.atMs < LINE_EVERY_MS) return;
      told.set(progress.venue, { said, atMs: now() });
      write(JSON.stringify(progressLine(paced)));
    },
    end({ summary, missing, notes, rechecked }) {
      const revised = rechecked.map(({ market, source, same, differ, fresh }) => ({ market: nameOf(market), source, same, differ, new: fresh }));
      write(JSON.stringify({ type: 'done', summary, missing, notes, revised }));
    },
    close: () => undefined,
  };
}
