import { LEAST_PRICE, MOST_PRICE, MOST_VOLUME, type CandleFlaw } from '../../domain/candle';

/**
 * What is wrong with a candle, in a few words. They are stored with a quarantined row and tell it apart from others: another
 * text would store the row once more.
 */
export function candleFlawWords(flaw: CandleFlaw): string {
  switch (flaw.kind) {
    case 'not-a-number':
      return `${flaw.field} is not a number`;
    case 'low-not-positive':
      return `low ${String(flaw.low)} is not above 0`;
    case 'low-too-small':
      return `low ${String(flaw.low)} is below ${String(LEAST_PRICE)}, the smallest price that is measured`;
    case 'high-too-large':
      return `high ${String(flaw.high)} is above ${String(MOST_PRICE)}, the largest price that is measured`;
    case 'below-low':
      return `${flaw.field} ${String(flaw.value)} is below low ${String(flaw.low)}`;
    case 'above-high':
      return `${flaw.field} ${String(flaw.value)} is above high ${String(flaw.high)}`;
    case 'not-a-volume':
      return `${flaw.field} ${String(flaw.value)} is not a volume`;
    case 'volume-too-large':
      return `${flaw.field} ${String(flaw.value)} is above ${String(MOST_VOLUME)}, the largest volume that is measured`;
  }
}
