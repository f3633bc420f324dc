import { MINUTE_MS, SECOND_MS, type Place } from './asking';
import { clockText, koreanTime } from './spelling';

/** A candle as it is stored, in the venue's own quote; null: not said. */
export interface StoredCandle {
  readonly open: number | null;
  readonly high: number | null;
  readonly low: number | null;
  readonly close: number | null;
  readonly baseVolume: number | null;
  readonly quoteVolume: number | null;
  readonly trades: number | null;
}

/** A place of the row expected: its value as JSON writes it, without needless zeros; undefined: not stored here. */
export interface RowPlace {
  readonly name: string;
  readonly value: string | undefined;
}

/** A place of the venue's row for the minute which opens at `ms`. */
export function rowOf({ name, says, quoted }: Place, ms: number, candle: StoredCandle): RowPlace {
  const value = valueOf(says, ms, candle);
  const text = typeof value === 'number' ? plainDigits(value) : value;
  return { name, value: text === undefined ? undefined : quoted ? JSON.stringify(text) : text };
}

function valueOf(says: Place['says'], ms: number, candle: StoredCandle): string | number | undefined {
  switch (says) {
    case 'seconds':
      return ms / SECOND_MS;
    case 'milliseconds':
      return ms;
    case 'lastMillisecond':
      return ms + MINUTE_MS - 1;
    case 'nextMillisecond':
      return ms + MINUTE_MS;
    case 'clockUtc':
      return clockText(ms);
    case 'clockKorea':
      return koreanTime(ms);
    case 'other':
      return undefined;
    default:
      return candle[says] ?? undefined;
  }
}

/** A number in full, never in scientific notation. */
export function plainDigits(value: number): string {
  const [digits = '', exponent] = String(value).split('e');
  if (exponent === undefined) return digits;
  const decimals = (digits.split('.')[1] ?? '').length - Number(exponent);
  return decimals > 0 ? value.toFixed(Math.min(decimals, 100)) : BigInt(value).toString();
}

/** The row as it stands in the reply; `…` where a value is not stored here. */
export function rowText(form: 'list' | 'object', row: readonly RowPlace[]): string {
  const written = row.map(({ name, value = '…' }) => (form === 'list' ? value : `${JSON.stringify(name)}: ${value}`));
  return form === 'list' ? `[${written.join(', ')}]` : `{ ${written.join(', ')} }`;
}
