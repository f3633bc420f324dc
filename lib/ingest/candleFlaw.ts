import { flawOf, type Candle } from '../domain/candle';
import { rowWords } from '../words/en/files';
import { candleFlawWords } from '../words/en/candleFlaws';

/**
 * What is wrong with a candle as it was read, or undefined. Beside the invariant (`flawOf`): a traded market's candle says by a
 * volume or a trade count whether anything was traded. One that says neither was not read whole, and is no minute without a trade.
 * `isComputed`: mark and index prices have no volume.
 */
export function flawIn(candle: Candle, isComputed: boolean): string | undefined {
  const flaw = flawOf(candle);
  if (flaw !== undefined) return candleFlawWords(flaw);
  if (isComputed) return undefined;
  const { baseVolume, quoteVolume, trades } = candle;
  return Number.isNaN(baseVolume) && Number.isNaN(quoteVolume) && Number.isNaN(trades) ? rowWords.noVolume : undefined;
}
