import { dayOf, minute, minuteRange, MINUTES_PER_DAY, type MinuteRange } from '../../domain/minute';

/**
 * How much of a long window is in memory at once, in days: large enough that the two days beside it, which rates look
 * at, weigh little; small enough that a reader who goes away is noticed within a fraction of a second.
 */
const PIECE_DAYS = 32;
const PIECE = PIECE_DAYS * MINUTES_PER_DAY;

/** A window cut at every 32nd midnight UTC since 1970: two windows share their pieces, save at their ends. */
export function pieceRanges(range: MinuteRange): readonly MinuteRange[] {
  const pieces: MinuteRange[] = [];
  for (let from = range.from; from < range.to;) {
    const end = (Math.floor(dayOf(from) / PIECE_DAYS) + 1) * PIECE;
    const to = minute(Math.min(range.to, end));
    pieces.push(minuteRange(from, to));
    from = to;
  }
  return pieces;
}
