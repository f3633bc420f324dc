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
  utc,
} from '../en/numbers';

const LESS_THAN = 'less than';

export function formatDuration(minutes: number): string {
  if (!Number.isInteger(minutes) || minutes < 0) throw new RangeError(`not a span of minutes: ${String(minutes)}`);
  const [days, hours, rest] = [Math.floor(minutes / 1440), Math.floor((minutes % 1440) / 60), minutes % 60];
  const parts = [
    days > 0 ? `${String(days)} 天` : '',
    hours > 0 ? `${String(hours)} 小時` : '',
    rest > 0 || minutes === 0 ? `${minutes > 60 ? String(rest).padStart(2, '0') : String(rest)} 分鐘` : '',
  ];
  return parts.filter((part) => part !== '').join(' ');
}

export const finePercent = (ratio: number): string => english.finePercent(ratio).replace(LESS_THAN, '不到');

export const distance = (ratio: number): string => english.distance(ratio).replace(LESS_THAN, '不到');

export const factorWords = (factor: number): string => english.factorWords(factor).replace('times', '倍');

export const unbroken = (sentence: string): string =>
  sentence.replace(/(\d) (?=%|USDT?\b|UTC\b|分鐘|小時|天|秒)/g, '$1\u00A0').replace(/± (?=\d)/g, '±\u00A0');
