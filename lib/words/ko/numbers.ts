import * as english from '../en/numbers';

export {
  amount,
  axisPrice,
  clock,
  count,
  dayPart,
  formatLevel,
  formatPrice,
  formatRatio,
  formatShare,
  formatUtc,
  labelPrice,
  plusMinus,
  pricesAlike,
  rawPrice,
  signedPercent,
  unbroken,
  utc,
} from '../en/numbers';

/** "5분", "1시간 05분", "2일 3시간 05분". */
export function formatDuration(minutes: number): string {
  if (!Number.isInteger(minutes) || minutes < 0) throw new RangeError(`not a span of minutes: ${String(minutes)}`);
  const [days, hours, rest] = [Math.floor(minutes / 1440), Math.floor((minutes % 1440) / 60), minutes % 60];
  const parts = [
    days > 0 ? `${String(days)}일` : '',
    hours > 0 ? `${String(hours)}시간` : '',
    rest > 0 || minutes === 0 ? `${minutes > 60 ? String(rest).padStart(2, '0') : String(rest)}분` : '',
  ];
  return parts.filter((part) => part !== '').join(' ');
}

/** Of English, "less than 0.01 %" alone has words. */
const lessThan = (text: string): string => text.replace(/^less than (.*)$/, '$1 미만');

export const finePercent = (ratio: number): string => lessThan(english.finePercent(ratio));

export const distance = (ratio: number): string => lessThan(english.distance(ratio));

/** "0.034배", "1,000배". */
export const factorWords = (factor: number): string => english.factorWords(factor).replace(' times', '배');
