import { MultiBar, type SingleBar } from 'cli-progress';
import type { PacedTotal } from '../../api/pace';
import { paceWords } from '../../words/en/pace';
import type { IngestProgress } from '../../ingest/run/progress';
import { paceKeeper, type Paced } from './pace';

export interface ProgressDisplay {
  readonly show: (progress: IngestProgress) => void;
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
    format: '{name} {bar} {percentage}% · {candles} candles · {said}',
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
    said: string,
  ): void {
    const payload = { name: name.padEnd(NAME), candles: candles.toLocaleString('en'), said };
    const bar = byName.get(name) ?? multi.create(Math.max(1, totalMinutes), 0, payload);
    byName.set(name, bar);
    bar.setTotal(Math.max(1, totalMinutes));
    bar.update(doneMinutes, payload);
  }
  return {
    draw(progress, total) {
      drawBar('all venues', total, paceWords(total));
      drawBar(
        progress.venue,
        progress,
        [progress.state, progress.note === '' ? paceWords(progress) : progress.note.slice(0, 60)]
          .filter((part) => part !== '')
          .join(', '),
      );
    },
    close() {
      if (!isClosed) multi.stop();
      isClosed = true;
    },
  };
}

/** A line of all venues is written so often where nobody watches bars: a log stays readable, and shows life. */
const TOTAL_EVERY_MS = 30_000;

/** `all venues: 43 %, 123,456 candles, 1,234 candles/s, about 5 min left`. */
function spokenTotal(total: PacedTotal): string {
  const share =
    total.totalMinutes === 0 ? [] : [`${String(Math.floor((100 * total.doneMinutes) / total.totalMinutes))} %`];
  const pace = paceWords(total);
  return `all venues: ${[...share, `${total.candles.toLocaleString('en')} candles`, ...(pace === '' ? [] : [pace])].join(', ')}`;
}

function lines(stream: NodeJS.WriteStream, now: () => number): Drawing {
  const last = new Map<string, string>();
  let totalAtMs = now();
  return {
    draw(progress, total) {
      if (now() - totalAtMs >= TOTAL_EVERY_MS) {
        totalAtMs = now();
        stream.write(`${spokenTotal(total)}\n`);
      }
      // A line for a change of state or note alone: a pace changes with every page.
      const said = `${progress.state} ${progress.note}`;
      if (last.get(progress.venue) === said) return;
      last.set(progress.venue, said);
      stream.write(
        `${progress.venue}: ${progress.state}, ${progress.candles.toLocaleString('en')} candles${progress.note === '' ? '' : ` (${progress.note})`}\n`,
      );
    },
    close() {
      last.clear();
    },
  };
}
