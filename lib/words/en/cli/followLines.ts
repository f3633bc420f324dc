import { formatMinute, type Minute } from '../../../domain/minute';
import { count } from '../numbers';
import { venueName } from '../venues';
import { plural } from './lines';

/** How far a follow is, in lines and in a table that is kept up to date. */

const STATES = {
  connecting: 'connecting',
  'catching-up': 'catching up',
  following: 'following',
  away: 'not answering',
  refused: 'refused',
} as const;

export interface FollowedLine {
  readonly venue: string;
  readonly state: keyof typeof STATES;
  readonly markets: readonly unknown[];
  readonly newest: Minute | undefined;
  readonly lagSeconds: number | undefined;
  readonly candles: number;
  readonly corrections: number;
  readonly note: string;
}

/** `8 s`, `12 min`, `3 h 5 min`: rounded down. */
export function lagWords(seconds: number): string {
  if (seconds < 120) return `${String(Math.floor(seconds))} s`;
  const minutes = Math.floor(seconds / 60);
  return minutes < 120 ? `${String(minutes)} min` : `${String(Math.floor(minutes / 60))} h ${String(minutes % 60)} min`;
}

const bracketed = (note: string): string => (note === '' ? '' : ` (${note})`);

/** "OKX: following, 12 markets complete to 2025-10-10T21:19Z, 8 s behind; 1,234 candles, 2 minutes revised". */
export function followedLine(of: FollowedLine): string {
  const head = `${venueName(of.venue)}: ${STATES[of.state]}`;
  if (of.newest === undefined) return `${head}${bracketed(of.note)}`;
  const complete =
    of.lagSeconds === undefined
      ? ''
      : `, ${plural(of.markets.length, 'market')} complete to ${formatMinute(of.newest)}`;
  const lag = of.state === 'following' && of.lagSeconds !== undefined ? `, ${lagWords(of.lagSeconds)} behind` : '';
  return `${head}${complete}${lag}; ${plural(of.candles, 'candle')}, ${plural(of.corrections, 'minute')} revised${bracketed(of.note)}`;
}

/** The format of a row of the table: what is in braces is filled in. */
export const FOLLOW_ROW = '{venue} {newest}  {lag}  {candles} candles  {corrections} revised  {state}';
const NOTHING_YET = '–';
const NOTE_LENGTH = 60;

/** The cells of a row, each as wide as its column; `sinceMs` after the venue was last heard of. */
export const followCells = (of: FollowedLine, sinceMs: number): Readonly<Record<string, string>> => ({
  venue: venueName(of.venue).padEnd(14),
  newest: (of.newest === undefined ? NOTHING_YET : formatMinute(of.newest)).padEnd(17),
  lag: (of.lagSeconds === undefined ? NOTHING_YET : `${lagWords(of.lagSeconds + sinceMs / 1_000)} behind`).padEnd(18),
  candles: count(of.candles).padStart(9),
  corrections: String(of.corrections).padStart(4),
  state: `${STATES[of.state]}${bracketed(of.note.slice(0, NOTE_LENGTH))}`,
});
