import { MultiBar, type SingleBar } from 'cli-progress';
import { formatMinute } from '../../domain/minute';
import type { FollowReport } from '../../ingest/follow/follow';
import type { FollowedVenue, FollowState } from '../../ingest/follow/followVenue';
import { say } from '../../processes/exit';

/** How a follow is told. */
export interface FollowDisplay {
  readonly venue: (followed: FollowedVenue) => void;
  readonly line: (line: string) => void;
  readonly end: (report: FollowReport) => void;
  /** Whatever happens. */
  readonly close: () => void;
}

const STATES: Readonly<Record<FollowState, string>> = {
  connecting: 'connecting',
  'catching-up': 'catching up',
  following: 'following',
  away: 'away',
  refused: 'refused',
};

/** `8 s`, `12 min`, `3 h 5 min`: rounded down. */
export function spokenLag(seconds: number): string {
  if (seconds < 120) return `${String(Math.floor(seconds))} s`;
  const minutes = Math.floor(seconds / 60);
  return minutes < 120 ? `${String(minutes)} min` : `${String(Math.floor(minutes / 60))} h ${String(minutes % 60)} min`;
}

/** `okx: following, all of 12 markets held to 2025-10-10T21:19Z, 8 s behind; 1,234 candles, 2 minutes corrected`. */
export function spokenFollowed({
  venue,
  state,
  markets,
  newest,
  lagSeconds,
  candles,
  corrections,
  note,
}: FollowedVenue): string {
  const held =
    newest === undefined || lagSeconds === undefined
      ? ''
      : `, all of ${String(markets.length)} markets held to ${formatMinute(newest)}`;
  const lag = state === 'following' && lagSeconds !== undefined ? `, ${spokenLag(lagSeconds)} behind` : '';
  const counts =
    newest === undefined ? '' : `; ${candles.toLocaleString('en')} candles, ${String(corrections)} minutes corrected`;
  return `${venue}: ${STATES[state]}${held}${lag}${counts}${note === '' ? '' : ` (${note})`}`;
}

/** One line a venue, kept up to date, on a terminal; elsewhere a line a round. */
export function spokenFollow(stream: NodeJS.WriteStream, now: () => number): FollowDisplay {
  const table = stream.isTTY ? refreshed(stream, now) : undefined;
  return {
    venue(followed) {
      if (table === undefined) stream.write(`${spokenFollowed(followed)}\n`);
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
    format: '{venue} {newest}  {lag}  {candles} candles  {corrections} corrected  {state}',
    hideCursor: true,
  });
  const rows = new Map<string, { readonly bar: SingleBar; readonly atMs: number; readonly followed: FollowedVenue }>();
  const payload = (
    { venue, state, newest, lagSeconds, candles, corrections, note }: FollowedVenue,
    sinceMs: number,
  ): object => ({
    venue: venue.padEnd(14),
    newest: newest === undefined ? '–'.padEnd(17) : formatMinute(newest),
    lag: (lagSeconds === undefined ? '–' : `${spokenLag(lagSeconds + sinceMs / 1_000)} behind`).padEnd(18),
    candles: candles.toLocaleString('en').padStart(9),
    corrections: String(corrections).padStart(4),
    state: `${STATES[state]}${note === '' ? '' : ` (${note.slice(0, 60)})`}`,
  });
  const timer = setInterval(() => {
    for (const { bar, atMs, followed } of rows.values()) bar.update(0, payload(followed, now() - atMs));
  }, TICK_MS);
  timer.unref();
  let isClosed = false;
  return {
    show(followed) {
      const bar = rows.get(followed.venue)?.bar ?? multi.create(1, 0, payload(followed, 0));
      bar.update(0, payload(followed, 0));
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
  const said = ({
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
      write(JSON.stringify({ type: 'venue', ...said(followed) }));
    },
    line(note) {
      write(JSON.stringify({ type: 'note', note }));
    },
    end({ summary, venues }) {
      write(JSON.stringify({ type: 'done', summary, venues: venues.map(said) }));
    },
    close: () => undefined,
  };
}
