import { MultiBar, type SingleBar } from 'cli-progress';
import { formatMinute } from '../../domain/minute';
import type { FollowReport } from '../../ingest/follow/follow';
import type { FollowedVenue } from '../../ingest/follow/followVenue';
import { FOLLOW_ROW, followCells, followedLine } from '../../words/en/cli/followLines';
import { say } from '../../processes/exit';

/** Shows a follow: its venues round by round, then its outcome. */
export interface FollowDisplay {
  readonly venue: (followed: FollowedVenue) => void;
  readonly line: (line: string) => void;
  readonly end: (report: FollowReport) => void;
  /** Whatever happens. */
  readonly close: () => void;
}

/** For people: on a terminal a table that is kept up to date, elsewhere a line per venue and round. */
export function textFollow(stream: NodeJS.WriteStream, now: () => number): FollowDisplay {
  const table = stream.isTTY ? refreshed(stream, now) : undefined;
  return {
    venue(followed) {
      if (table === undefined) stream.write(`${followedLine(followed)}\n`);
      else table.show(followed);
    },
    line(line) {
      if (table === undefined) say(line);
      else table.log(line);
    },
    end({ summary }) {
      table?.close();
      say(summary);
    },
    close: () => table?.close(),
  };
}

/** The lag grows between two rounds: it is written anew so often. */
const TICK_MS = 1_000;

interface Table {
  show(followed: FollowedVenue): void;
  log(line: string): void;
  close(): void;
}

function refreshed(stream: NodeJS.WriteStream, now: () => number): Table {
  const multi = new MultiBar({
    stream,
    format: FOLLOW_ROW,
    hideCursor: true,
  });
  const rows = new Map<string, { readonly bar: SingleBar; readonly atMs: number; readonly followed: FollowedVenue }>();
  const timer = setInterval(() => {
    for (const { bar, atMs, followed } of rows.values()) bar.update(0, followCells(followed, now() - atMs));
  }, TICK_MS);
  timer.unref();
  let isClosed = false;
  return {
    show(followed) {
      const bar = rows.get(followed.venue)?.bar ?? multi.create(1, 0, followCells(followed, 0));
      bar.update(0, followCells(followed, 0));
      rows.set(followed.venue, { bar, atMs: now(), followed });
    },
    log(line) {
      multi.log(`${line}\n`);
    },
    close() {
      clearInterval(timer);
      if (!isClosed) multi.stop();
      isClosed = true;
    },
  };
}

const orNull = <T>(value: T | undefined): T | null => (value === undefined ? null : value);

/** For machines: one JSON object a line, through `write`. */
export function jsonFollow(write: (line: string) => void): FollowDisplay {
  const fields = ({
    venue,
    state,
    markets,
    newest,
    lagSeconds,
    rounds,
    candles,
    corrections,
    note,
  }: FollowedVenue): object => ({
    venue,
    state,
    markets: markets.length,
    newest: newest === undefined ? null : formatMinute(newest),
    lagSeconds: orNull(lagSeconds),
    rounds,
    candles,
    corrections,
    note,
  });
  return {
    venue(followed) {
      write(JSON.stringify({ type: 'venue', ...fields(followed) }));
    },
    line(note) {
      write(JSON.stringify({ type: 'note', note }));
    },
    end({ summary, venues }) {
      write(JSON.stringify({ type: 'done', summary, venues: venues.map(fields) }));
    },
    close: () => undefined,
  };
}
