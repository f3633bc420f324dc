import { CANDLE_FIELDS, type CandleValues } from '../../domain/candle';
import type { LongerAnswer, LongerLedger } from '../../domain/longerCandle';
import type { Minute } from '../../domain/minute';
import { openingsIn } from '../../domain/timeframe';

/** What is stored of longer candles, by opening; undefined: that the source has none. */
export type StoredLonger = ReadonlyMap<Minute, CandleValues>;

const alike = (a: CandleValues, b: CandleValues): boolean =>
  a === undefined || b === undefined ? a === b : CANDLE_FIELDS.every((field) => Object.is(a[field], b[field]));

/** A ledger of longer candles that records nothing and counts what recording would come to. */
export function longerTrial(
  ledger: Pick<LongerLedger, 'answered'>,
  storedLonger: (answer: LongerAnswer) => Promise<StoredLonger>,
): LongerLedger {
  return {
    answered: (market, source, timeframe, range) => ledger.answered(market, source, timeframe, range),
    async record(answers) {
      const total = { added: 0, unchanged: 0, revised: 0 };
      for (const answer of answers) {
        const before = await storedLonger(answer);
        const given = new Map(answer.candles.map((candle) => [candle.minute, candle]));
        const aside = new Set(answer.quarantined.map(({ minute }) => minute));
        for (const open of openingsIn(answer.asked, answer.timeframe)) {
          if (!given.has(open) && aside.has(open)) continue;
          if (!before.has(open)) total.added += 1;
          else if (alike(before.get(open), given.get(open))) total.unchanged += 1;
          else total.revised += 1;
        }
      }
      return total;
    },
  };
}
