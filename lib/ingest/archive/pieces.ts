import {
  epochMs,
  formatMinute,
  minuteAt,
  minuteRange,
  overlap,
  plus,
  type Minute,
  type MinuteRange,
} from '../../domain/minute';
import type { ArchiveFiles, PieceKind } from './archive';

/** One file of an archive and the minutes it speaks of. */
export interface Piece {
  readonly piece: PieceKind;
  /** `2025-10-10`, `2025-10` or `2025-Q4`, of the venue's own calendar. */
  readonly label: string;
  readonly range: MinuteRange;
}

type Calendar = Pick<ArchiveFiles, 'pieces' | 'aheadMinutes'>;

const MONTHS: Readonly<Record<Exclude<PieceKind, 'day'>, number>> = { month: 1, quarter: 3 };
const NOT_AHEAD = 0;

/** The piece that holds a minute, where its calendar is so far ahead of UTC. */
function pieceAt(piece: PieceKind, at: Minute, aheadMinutes: number): Piece {
  const local = new Date(epochMs(plus(at, aheadMinutes)));
  const [year, month] = [local.getUTCFullYear(), local.getUTCMonth()];
  const months = piece === 'day' ? undefined : MONTHS[piece];
  const first = months === undefined ? month : month - (month % months);
  const [from, to] =
    months === undefined
      ? [Date.UTC(year, month, local.getUTCDate()), Date.UTC(year, month, local.getUTCDate() + 1)]
      : [Date.UTC(year, first, 1), Date.UTC(year, first + months, 1)];
  const day = formatMinute(minuteAt(from)).slice(0, 10);
  return {
    piece,
    label:
      piece === 'day'
        ? day
        : piece === 'month'
          ? day.slice(0, 7)
          : `${String(year)}-Q${String(Math.floor(month / 3) + 1)}`,
    range: minuteRange(plus(minuteAt(from), -aheadMinutes), plus(minuteAt(to), -aheadMinutes)),
  };
}

/**
 * The fewest files that hold a range: a longer piece where the range holds the whole of it and it is over, or where there are no days'
 * files; else days'. Of a day of UTC a venue in another zone has two. `now`: a piece that is not over is not published.
 */
export function piecesOf(
  { pieces, aheadMinutes = NOT_AHEAD }: Calendar,
  range: MinuteRange,
  nowMs: number,
): readonly Piece[] {
  const hasDays = pieces.includes('day');
  const longer = pieces.filter((piece) => piece !== 'day');
  const planned: Piece[] = [];
  for (let at = range.from; at < range.to;) {
    const whole = longer
      .map((piece) => pieceAt(piece, at, aheadMinutes))
      .find(({ range: of }) => !hasDays || (epochMs(of.to) <= nowMs && at === of.from && of.to <= range.to));
    const piece = whole ?? pieceAt('day', at, aheadMinutes);
    planned.push(piece);
    at = piece.range.to;
  }
  return planned.filter(({ range: of }) => overlap(of, range) !== undefined);
}

/** The days' files of a range. */
export const daysOf = (calendar: Calendar, range: MinuteRange, nowMs: number): readonly Piece[] =>
  piecesOf({ ...calendar, pieces: ['day'] }, range, nowMs);

/** Up to where an archive has published days: those of its calendar that are over. */
export const publishedTo = ({ aheadMinutes = NOT_AHEAD }: Calendar, nowMs: number): Minute =>
  pieceAt('day', minuteAt(nowMs), aheadMinutes).range.from;
