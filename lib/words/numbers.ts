import * as english from './en/numbers';
import { spoken } from './spoken';

export const {
  amount,
  axisPrice,
  clock,
  count,
  dayPart,
  distance,
  factorWords,
  finePercent,
  formatDuration,
  formatLevel,
  formatPrice,
  formatRatio,
  formatShare,
  formatUtc,
  plusMinus,
  pricesAlike,
  rawPrice,
  signedPercent,
  unbroken,
  utc,
} = spoken('numbers', english);
