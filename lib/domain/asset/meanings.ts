import type { Asset, Venue } from '../market';
import type { Minute, MinuteRange } from '../minute';
import { installed } from './installed';
import { registryOf, type AssetRegistry, type MeaningPart, type TickerPart } from './registry';
import { SEED } from './seed';
import type { TickerMeaning } from './types';

function registry(): AssetRegistry {
  const one = installed();
  return (one.registry ??= registryOf(SEED));
}

/** What a venue's ticker (as ccxt writes it) means at a minute. */
export const assetAt = (venue: Venue, ticker: string, at: Minute): TickerMeaning =>
  registry().assetAt(venue, ticker, at);

/** What it means through a range, part by part: a rename inside the range makes two. */
export const meaningsIn = (venue: Venue, ticker: string, range: MinuteRange): readonly MeaningPart[] =>
  registry().meaningsIn(venue, ticker, range);

/** The tickers to ask a venue for to get an asset, by time. */
export const tickersOf = (venue: Venue, asset: Asset, range: MinuteRange): readonly TickerPart[] =>
  registry().tickersOf(venue, asset, range);
