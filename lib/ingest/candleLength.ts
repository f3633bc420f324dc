/** A candle ends with its span, or by some venues' habit a millisecond (or a microsecond) before; a second is allowed. */
const SLACK_MS = 1_000;

/** Whether a candle that closes so long after it opened is one of that length. */
export const isLength = (lengthMs: number, wantedMs: number): boolean =>
  lengthMs >= wantedMs - SLACK_MS && lengthMs <= wantedMs;
