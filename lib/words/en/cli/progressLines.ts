import type { PacedTotal } from '../../../api/pace';
import type { VenueProgress } from '../../../api/progress';
import { candleCount, rowCount } from '../counts';
import { paceWords } from '../pace';
import { venueName } from '../venues';

/** How far an ingest is, in lines where nobody watches bars, and beside the bars of a terminal. */

type Progress = Pick<VenueProgress, 'state' | 'candles' | 'note'> & { readonly venue: string };

export const ALL_VENUES = 'all venues';
const STATES: Readonly<Record<Progress['state'], string>> = {
  connecting: 'connecting',
  working: 'fetching',
  waiting: 'waiting to retry',
  done: 'done',
  refused: 'refused',
  failed: 'failed',
  stopped: 'stopped',
};

/** The format of a bar: what is in braces is filled in. */
export const BAR = '{name} {bar} {percentage}% · {candles} candles · {note}';

/** "OKX: fetching, 1,234 candles (HTTP 429; next request in 3 s)". */
export const venueLine = ({ venue, state, candles, note }: Progress): string =>
  `${venueName(venue)}: ${STATES[state]}, ${candleCount(candles)}${note === '' ? '' : ` (${note})`}`;

/** "all venues: 43 %, 123,456 candles, 1,234 candles/s, about 5 min left". */
export function totalLine(total: PacedTotal): string {
  const share =
    total.totalMinutes === 0 ? [] : [`${String(Math.floor((100 * total.doneMinutes) / total.totalMinutes))} %`];
  const pace = paceWords(total);
  return `${ALL_VENUES}: ${[...share, candleCount(total.candles), ...(pace === '' ? [] : [pace])].join(', ')}`;
}

/** Beside a bar there is room for so much of a note. */
const NOTE_LENGTH = 60;

/** Beside a venue's bar: its state, and its note or else its pace. */
export const barNote = ({ state, note }: Pick<Progress, 'state' | 'note'>, pace: string): string =>
  [STATES[state], note === '' ? pace : note.slice(0, NOTE_LENGTH)].filter((part) => part !== '').join(', ');

/** How many rows of a file are read so far. */
export const rowsRead = (rows: number): string => `${rowCount(rows)} …`;

/** "scanning: 42 %". */
export const shareDone = (what: string, share: number): string => `${what}: ${String(Math.floor(share * 100))} %`;
