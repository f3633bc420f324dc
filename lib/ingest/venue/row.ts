import type { Candle } from '../../domain/candle';
import { MINUTE_MS, minuteAt } from '../../domain/minute';
import { UNREADABLE } from './page';
import type { CandleFacts } from '../venues/capability';

/** As much of a ccxt market as we read. */
export interface CcxtMarket {
  readonly id: string;
  readonly symbol: string;
  readonly base: string;
  readonly quote: string;
  readonly settle?: string | undefined;
  readonly spot: boolean;
  readonly swap?: boolean;
  readonly inverse?: boolean | undefined;
  readonly active?: boolean | undefined;
  /** When it was listed, in milliseconds since 1970. */
  readonly created?: number | undefined;
  /** What one contract is worth: base of a linear one, quote of an inverse one. */
  readonly contractSize?: number | undefined;
}

/** The year 9999: what a minute can name. */
const LAST_MS = Date.UTC(9999, 11, 31);

/** A raw row's field: venues write rows as lists or as objects. */
export const fieldAt = (row: unknown, at: number | string): unknown =>
  typeof row === 'object' && row !== null ? (row as Readonly<Record<number | string, unknown>>)[at] : undefined;

/** NaN where the row says nothing readable: the hole of a candle. */
function numberAt(row: unknown, at: number | string | undefined): number {
  const value = at === undefined ? undefined : fieldAt(row, at);
  if (typeof value === 'number') return value;
  return typeof value === 'string' && value.trim() !== '' ? Number(value) : NaN;
}

/** The row's own word on whether its minute is over; undefined: it says nothing. */
export function closedOf(row: unknown, mark: NonNullable<CandleFacts['closedMark']>): boolean | undefined {
  const value = fieldAt(row, mark.at);
  return typeof value === 'string' || typeof value === 'boolean' || typeof value === 'number'
    ? String(value) === mark.closed
    : undefined;
}

/** How long a row's candle lasts by its own word, in ms; NaN: it does not say. */
export const lengthOf = (row: unknown, openMs: number, closesAt: number | string | undefined): number =>
  numberAt(row, closesAt) - openMs;

/** Powers of ten that a double holds exactly. */
const TENS = Array.from({ length: 16 }, (_, decimals) => 10 ** decimals);
/** A whole number below this, divided by an exact power of ten, is the double nearest to that decimal: the division rounds once. */
const EXACT = 2 ** 50;

/** The decimals a number is written with: 0.001 has 3, 1e-7 has 7. */
export function decimalsOf(value: number): number {
  for (let decimals = 0; decimals < TENS.length; decimals += 1) {
    const ten = TENS[decimals] ?? NaN;
    const whole = Math.round(value * ten);
    if (!(Math.abs(whole) < EXACT)) break;
    if (whole / ten === value) return decimals;
  }
  return decimalsWritten(value);
}

/** The same by the digits it is written with. */
function decimalsWritten(value: number): number {
  const [digits = '', exponent] = String(value).split('e');
  const dot = digits.indexOf('.');
  const written = dot === -1 ? 0 : digits.length - dot - 1;
  return Math.max(0, written - (exponent === undefined ? 0 : Number(exponent)));
}

/** What toFixed takes at most. */
const MOST_DECIMALS = 100;

/** A count of contracts at what one is worth, without the noise of a product of two decimal fractions. */
export const worthOf = (contracts: number, size: number): number =>
  Number.isInteger(size) && Number.isInteger(contracts)
    ? contracts * size
    : Number((contracts * size).toFixed(Math.min(MOST_DECIMALS, decimalsOf(contracts) + decimalsOf(size))));

/**
 * Base and quote volume of a row. Contracts of a linear market are worth base, those of an inverse one quote; where a row
 * counts contracts alone the other side is unknown (NaN): the price at which each contract traded is not in the row.
 */
function volumesOf(
  row: unknown,
  volume: number,
  facts: CandleFacts,
  market: CcxtMarket,
): { readonly baseVolume: number; readonly quoteVolume: number } {
  const quoteVolume = numberAt(row, facts.quoteVolumeAt);
  const size = market.contractSize ?? NaN;
  switch (facts.volume) {
    case 'none':
      return { baseVolume: NaN, quoteVolume: NaN };
    case 'quote':
      return { baseVolume: NaN, quoteVolume: volume };
    case 'contracts':
      return market.inverse === true
        ? { baseVolume: NaN, quoteVolume: worthOf(volume, size) }
        : { baseVolume: worthOf(volume, size), quoteVolume };
    case 'base':
      return facts.contractsAt === undefined || market.inverse !== true
        ? { baseVolume: volume, quoteVolume }
        : { baseVolume: volume, quoteVolume: worthOf(numberAt(row, facts.contractsAt), size) };
  }
}

/**
 * A raw row as ccxt's own class read it (six floats), with what those drop picked from the row itself, volumes in base and quote. A
 * row that lacks the volume its venue sends says nothing of what was traded: all three are holes then (`flawIn` finds it). A
 * time that is no whole multiple of `stepMs` (a day of another zone) is not readable.
 */
export function candleOf(
  row: unknown,
  read: readonly (number | undefined)[],
  facts: CandleFacts,
  market: CcxtMarket,
  stepMs: number = MINUTE_MS,
): Candle {
  // By their places and not taken apart: an iterator for each row of each page costs more than the reading.
  const time = read[0] ?? NaN;
  const volume = read[5] ?? NaN;
  const whole = time >= 0 && time < LAST_MS && time % stepMs === 0;
  const hasVolume = facts.volume !== 'none' && !Number.isNaN(volume);
  const { baseVolume, quoteVolume } = hasVolume
    ? volumesOf(row, volume, facts, market)
    : { baseVolume: NaN, quoteVolume: NaN };
  return {
    minute: whole ? minuteAt(time) : UNREADABLE,
    open: read[1] ?? NaN,
    high: read[2] ?? NaN,
    low: read[3] ?? NaN,
    close: read[4] ?? NaN,
    baseVolume,
    quoteVolume,
    trades: hasVolume ? numberAt(row, facts.tradesAt) : NaN,
  };
}
