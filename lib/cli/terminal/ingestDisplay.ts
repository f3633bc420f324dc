import type { PacedTotal } from '../../api/pace';
import { nameOf } from '../../domain/market';
import type { IngestReport } from '../../ingest/run/ingest';
import type { VenueProgress } from '../../ingest/run/progress';
import { missingLine, noteLine, recheckLine } from '../../words/en/cli/ingestLines';
import { progressDisplay } from './bars';
import { say } from '../../processes/exit';
import { paceKeeper, type Paced } from './pace';

/** Shows an ingest: its progress, then its outcome. */
export interface IngestDisplay {
  readonly show: (progress: VenueProgress) => void;
  readonly end: (report: IngestReport) => void;
  /** Whatever happens. */
  readonly close: () => void;
}

/** A venue's line is written so often at most, unless its state or note changes. */
const LINE_EVERY_MS = 500;

/** For people, on standard error: bars on a terminal and lines elsewhere, then the outcome in lines. */
export function textDisplay(stream: NodeJS.WriteStream, now: () => number): IngestDisplay {
  const display = progressDisplay(stream, now);
  return {
    show: display.show,
    end(report) {
      display.close();
      for (const one of report.rechecked) say(recheckLine(one));
      for (const line of report.notes) say(noteLine(line));
      for (const line of report.missing) say(missingLine(line));
      say(report.summary);
    },
    close: display.close,
  };
}

const orNull = (value: number | undefined): number | null => (value === undefined ? null : value);

const progressLine = ({
  venue,
  state,
  doneMinutes,
  totalMinutes,
  candles,
  perSecond,
  etaSeconds,
  note,
}: Paced): object => ({
  type: 'progress',
  venue,
  state,
  doneMinutes,
  totalMinutes,
  candles,
  perSecond: orNull(perSecond),
  etaSeconds: orNull(etaSeconds),
  note,
});

const totalLine = ({ doneMinutes, totalMinutes, candles, perSecond, etaSeconds }: PacedTotal): object => ({
  type: 'total',
  doneMinutes,
  totalMinutes,
  candles,
  perSecond: orNull(perSecond),
  etaSeconds: orNull(etaSeconds),
});

/** For machines: one JSON object a line, through `write`: each venue's progress, and that of all together at most twice a second and at the end. */
export function jsonDisplay(write: (line: string) => void, now: () => number): IngestDisplay {
  const pace = paceKeeper(now);
  const printed = new Map<string, { readonly state: string; readonly atMs: number }>();
  let totalAtMs = -Infinity;
  return {
    show(progress) {
      const paced = pace.paced(progress);
      const state = `${progress.state} ${progress.note}`;
      const last = printed.get(progress.venue);
      if (last?.state === state && now() - last.atMs < LINE_EVERY_MS) return;
      printed.set(progress.venue, { state, atMs: now() });
      write(JSON.stringify(progressLine(paced)));
      if (now() - totalAtMs < LINE_EVERY_MS) return;
      totalAtMs = now();
      write(JSON.stringify(totalLine(pace.total())));
    },
    end({ summary, missing, notes, rechecked }) {
      const revised = rechecked.map(({ market, source, same, differ, fresh }) => ({
        market: nameOf(market),
        source,
        same,
        differ,
        new: fresh,
      }));
      write(JSON.stringify(totalLine(pace.total())));
      write(JSON.stringify({ type: 'done', summary, missing, notes, revised }));
    },
    close: () => undefined,
  };
}
