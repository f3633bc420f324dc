import { MultiBar, type SingleBar } from 'cli-progress';
import type { PacedTotal } from '../../api/pace';
import { paceWords } from '../../words/en/pace';
import type { VenueProgress } from '../../ingest/run/progress';
import { ALL_VENUES, BAR, barNote, totalLine, venueLine } from '../../words/en/cli/progressLines';
import { count } from '../../words/en/numbers';
import { venueName } from '../../words/en/venues';
import { paceKeeper, type Paced } from './pace';

export interface ProgressDisplay {
  readonly show: (progress: VenueProgress) => void;
  readonly close: () => void;
}

interface Drawing {
  readonly draw: (progress: Paced, total: PacedTotal) => void;
  readonly close: () => void;
}

/**
 * One bar per venue under one of all on a terminal; elsewhere a plain line whenever a venue's state or note changes, and one
 * of all now and then. Rates and times left are measured from the first word on, by `now` in milliseconds.
 */
export function progressDisplay(
  stream: NodeJS.WriteStream,
  now: () => number = () => performance.now(),
): ProgressDisplay {
  return paced(stream.isTTY ? bars(stream) : lines(stream, now), now);
}

/** Lines even on a terminal: where something else writes there too. */
export const progressLines = (
  stream: NodeJS.WriteStream,
  now: () => number = () => performance.now(),
): ProgressDisplay => paced(lines(stream, now), now);

function paced({ draw, close }: Drawing, now: () => number): ProgressDisplay {
  const pace = paceKeeper(now);
  return {
    show: (progress) => {
      const measured = pace.paced(progress);
      draw(measured, pace.total());
    },
    close,
  };
}

/** The width of the longest name of a venue. */
const NAME = 13;

function bars(stream: NodeJS.WriteStream): Drawing {
  const multi = new MultiBar({
    stream,
    format: BAR,
    barCompleteChar: '█',
    barIncompleteChar: '░',
    barsize: 24,
    hideCursor: true,
    emptyOnZero: true,
    autopadding: true,
  });
  const byName = new Map<string, SingleBar>();
  let isClosed = false;
  function drawBar(
    name: string,
    { doneMinutes, totalMinutes, candles }: Pick<PacedTotal, 'doneMinutes' | 'totalMinutes' | 'candles'>,
    note: string,
  ): void {
    const payload = { name: name.padEnd(NAME), candles: count(candles), note };
    const bar = byName.get(name) ?? multi.create(Math.max(1, totalMinutes), 0, payload);
    byName.set(name, bar);
    bar.setTotal(Math.max(1, totalMinutes));
    bar.update(doneMinutes, payload);
  }
  return {
    draw(progress, total) {
      drawBar(ALL_VENUES, total, paceWords(total));
      drawBar(venueName(progress.venue), progress, barNote(progress, paceWords(progress)));
    },
    close() {
      if (!isClosed) multi.stop();
      isClosed = true;
    },
  };
}

/** A line of all venues is written so often where nobody watches bars: a log stays readable, and shows life. */
const TOTAL_EVERY_MS = 30_000;

function lines(stream: NodeJS.WriteStream, now: () => number): Drawing {
  const last = new Map<string, string>();
  let totalAtMs = now();
  return {
    draw(progress, total) {
      if (now() - totalAtMs >= TOTAL_EVERY_MS) {
        totalAtMs = now();
        stream.write(`${totalLine(total)}\n`);
      }
      // A line for a change of state or note alone: a pace changes with every page.
      const shown = `${progress.state} ${progress.note}`;
      if (last.get(progress.venue) === shown) return;
      last.set(progress.venue, shown);
      stream.write(`${venueLine(progress)}\n`);
    },
    close() {
      last.clear();
    },
  };
}
