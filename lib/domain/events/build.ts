import type { PriceField } from '../candle';
import { parsePair, parseVenue, type Asset, type Kind, type Market } from '../market';
import { parseMinute, parseRange, type Minute, type MinuteRange } from '../minute';
import { promised } from '../unit';
import type { Digits, Publisher, PublishedFigure } from './event';

/** `market('binance:ATOM/USDT')`. */
export function market(name: string, kind: Kind = 'spot'): Market {
  const [venue = '', pair = ''] = name.split(':');
  return { venue: promised(parseVenue(venue)), ...promised(parsePair(pair)), kind };
}

export const range = (from: string, to: string): MinuteRange => promised(parseRange(from, to));
export const at = (text: string): Minute => promised(parseMinute(text));
export const assets = (...codes: readonly string[]): readonly Asset[] => codes as readonly Asset[];

/** Prices of one minute. */
export const candle = (
  publisher: Publisher,
  of: Market,
  minute: Minute,
  prices: Readonly<Partial<Record<PriceField, Digits>>>,
): PublishedFigure => ({ publisher, check: { kind: 'candle', market: of, at: minute, prices } });

/** The lowest price of a range; `minute`: when, where that was published. */
export const low = (
  publisher: Publisher,
  of: Market,
  within: MinuteRange,
  price: Digits,
  minute?: Minute,
): PublishedFigure => extreme('low', publisher, of, within, price, minute);

export const high = (
  publisher: Publisher,
  of: Market,
  within: MinuteRange,
  price: Digits,
  minute?: Minute,
): PublishedFigure => extreme('high', publisher, of, within, price, minute);

const extreme = (
  kind: 'low' | 'high',
  publisher: Publisher,
  of: Market,
  within: MinuteRange,
  price: Digits,
  minute: Minute | undefined,
): PublishedFigure => ({
  publisher,
  check: { kind, market: of, range: within, price, ...(minute === undefined ? {} : { at: minute }) },
});

export const about = (figure: PublishedFigure): PublishedFigure => ({ ...figure, isAbout: true });
