import { MultiBar, type SingleBar } from 'cli-progress';

/** How far one venue is, as it is shown. */
export interface Progressed {
  readonly venue: string;
  readonly state: string;
  readonly doneMinutes: number;
  readonly totalMinutes: number;
  readonly candles: number;
  readonly note: string;
}

export interface ProgressDisplay {
  readonly show: (progress: Progressed) => void;
  readonly close: () => void;
}

/** One bar per venue on a terminal; elsewhere a plain line whenever a venue's state or note changes. */
export const progressDisplay = (stream: NodeJS.WriteStream): ProgressDisplay => (stream.isTTY ? bars(stream) : lines(stream));

function bars(stream: NodeJS.WriteStream): ProgressDisplay {
  const multi = new MultiBar({
    stream,
    format: '{venue} {bar} {percentage}% · {candles} candles · {state} {note}',
    barCompleteChar: '█',
    barIncompleteChar: '░',
    barsize: 24,
    hideCursor: true,
    emptyOnZero: true,
    autopadding: true,
  });
  const byVenue = new Map<string, SingleBar>();
  return {
    show(progress) {
      const payload = { venue: progress.venue.padEnd(9), candles: progress.candles.toLocaleString('en'), state: progress.state, note: progress.note.slice(0, 60) };
      const bar = byVenue.get(progress.venue) ?? multi.create(Math.max(1, progress.totalMinutes), 0, payload);
      byVenue.set(progress.venue, bar);
      bar.setTotal(Math.max(1, progress.totalMinutes));
      bar.update(progress.doneMinutes, payload);
    },
    close() {
      multi.stop();
    },
  };
}

function lines(stream: NodeJS.WriteStream): ProgressDisplay {
  const last = new Map<string, string>();
  return {
    show(progress) {
      const said = `${progress.state} ${progress.note}`;
      if (last.get(progress.venue) === said) return;
      last.set(progress.venue, said);
      stream.write(`${progress.venue}: ${progress.state}, ${String(progress.candles)} candles${progress.note === '' ? '' : ` (${progress.note})`}\n`);
    },
    close() {
      last.clear();
    },
  };
}
