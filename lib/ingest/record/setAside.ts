import type { Candle } from '../../domain/candle';
import { minuteRange, plus, type MinuteRange } from '../../domain/minute';
import type { Quarantined } from '../../domain/observation';
import { gapWords } from '../../words/en/ingest';
import { mend } from '../../words/en/mends';
import type { NoteMissing } from './missing';

interface Rows {
  readonly candles: readonly Candle[];
  readonly quarantined: readonly Quarantined[];
  /** Minutes of a candle. Default: 1. */
  readonly step?: number;
  /** The rows are trades: each spoils the candle of its minute. */
  readonly areTrades?: boolean;
}

/**
 * Notes what an answer lacks because rows of it went to quarantine and no sound one came for their minutes: from the first of those
 * to the last, or all that was asked where no time of them can be read.
 */
export function noteSetAside(
  asked: MinuteRange,
  { candles, quarantined, step = 1, areTrades = false }: Rows,
  note: NoteMissing,
): void {
  const known = new Set(candles.map(({ minute }) => minute));
  const lost = quarantined.filter(({ minute }) => minute === undefined || !known.has(minute));
  const [one] = lost;
  if (one === undefined) return;
  const minutes = lost.flatMap(({ minute }) => minute ?? []).sort((a, b) => a - b);
  const [first, last] = [minutes[0], minutes.at(-1)];
  note(
    first === undefined || last === undefined ? asked : minuteRange(first, plus(last, step)),
    (areTrades ? gapWords.quarantinedTrades : gapWords.quarantined)(lost.length, one.reason),
    mend.published,
  );
}
