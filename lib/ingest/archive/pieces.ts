import {
  epochMs,
  formatMinute,
  minuteAt,
  minuteRange,
  overlap,
  type Minute,
  type MinuteRange,
} from '../../domain/minute';
import type { ArchiveFiles } from './table';

/** One file of an archive and the minutes it speaks of. */
export interface Piece {
  readonly piece: 'day' | 'month';
  /** `2025-10-10`, or `2025-10`. */
  readonly label: string;
  readonly range: MinuteRange;
}

function monthOf(at: Minute): Piece {
  const date = new Date(epochMs(at));
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth()];
  const range = minuteRange(minuteAt(Date.UTC(year, month, 1)), minuteAt(Date.UTC(year, month + 1, 1)));
  return { piece: 'month', label: formatMinute(range.from).slice(0, 7), range };
}

function dayOf(at: Minute): Piece {
  const date = new Date(epochMs(at));
  const from = Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate());
  const range = minuteRange(minuteAt(from), minuteAt(from + 86_400_000));
  return { piece: 'day', label: formatMinute(range.from).slice(0, 10), range };
}

/**
 * The fewest files that hold a range: a month's where the range holds the whole month and it is over, or where there are no
 * days' files; else days'. `now`: a piece that is not over is not published.
 */
export function piecesOf(
  { pieces }: Pick<ArchiveFiles, 'pieces'>,
  range: MinuteRange,
  nowMs: number,
): readonly Piece[] {
  const planned: Piece[] = [];
  for (let at = range.from; at < range.to;) {
    const month = monthOf(at);
    const isOver = epochMs(month.range.to) <= nowMs;
    const isWhole = at === month.range.from && month.range.to <= range.to;
    const piece =
      pieces.includes('month') && isOver && (isWhole || !pieces.includes('day'))
        ? month
        : pieces.includes('day')
          ? dayOf(at)
          : month;
    planned.push(piece);
    at = piece.range.to;
  }
  return planned.filter(({ range: of }) => overlap(of, range) !== undefined);
}
