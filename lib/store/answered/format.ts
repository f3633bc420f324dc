/**
 * The bytes of `market_day.answered_at`: when each minute of a day was first answered, in runs.
 *
 *   tag     1 byte   1; a new way of writing gets a new tag here and in the SQL function `answered_runs`
 *   runs             one after another until the bytes end, each
 *     length  varint   minutes, at least 1; all lengths together are the 1,440 of the day
 *     when    varint   0: not answered; else 1 + the zig-zagged difference of the instant (ms since 1970) to that of the
 *                      answered run before it (of the first: to 0)
 *
 * A varint has 7 bits a byte, lowest first, the high bit set on all bytes but the last. A day of which nothing was answered
 * is no bytes at all: `null` here, NULL in the database.
 */
export const TAG = 1;

/** A run of minutes first answered at one instant (ms since 1970); undefined: not answered. Slots of the day, half-open. */
export interface AnsweredRun {
  readonly from: number;
  readonly to: number;
  readonly atMs: number | undefined;
}
