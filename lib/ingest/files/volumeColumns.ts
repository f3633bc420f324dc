import type { Market } from '../../domain/market';
import { baseCodes, quoteCodes } from './tickers';

/** Names that say that a volume is counted in base, or in quote. */
const BASE_NAMES = [
  'base_volume',
  'basevolume',
  'volume_base',
  'base_asset_volume',
  'vol_base',
  'volumefrom',
  'volume_from',
];
const QUOTE_NAMES = [
  'quote_volume',
  'quotevolume',
  'volume_quote',
  'quote_asset_volume',
  'quote_vol',
  'vol_quote',
  'vol_ccy_quote',
  'volccyquote',
  'volumeto',
  'volume_to',
  'turnover',
  'quote_turnover',
  'volume(currency)',
  'volume_currency',
];
/** Base, by the usage of everybody who writes candles. */
const BARE_NAMES = ['volume', 'v'];
/** A part of the volume, or no volume at all. */
const NO_VOLUME = /taker|maker|buy|sell|weight|vwap|change|24h|_ma\d*$|^rpi/;
/** What could be a volume, counted in something that the name does not say. */
const SOME_VOLUME = /vol|amount|turnover|qty|quantity|notional|^size$/;
const NAMED = /^(?:volume|vol)[_(]?([a-z0-9]+)\)?$|^([a-z0-9]+)_(?:volume|vol)$/;
/** Vendors write "Volume USD" where the quote is a dollar token. */
const DOLLARS = ['USD', 'USDT', 'USDC', 'FDUSD', 'BUSD', 'TUSD', 'USDE', 'DAI'];

export type VolumeName = 'base' | 'quote' | 'bare' | 'unclear' | 'none';

/** What a column's name (as `normal` writes it) says of a volume of this market. */
export function volumeNamed(name: string, market: Market): VolumeName {
  if (BARE_NAMES.includes(name)) return 'bare';
  if (BASE_NAMES.includes(name)) return 'base';
  if (QUOTE_NAMES.includes(name)) return 'quote';
  if (NO_VOLUME.test(name)) return 'none';
  const match = NAMED.exec(name);
  const code = (match?.[1] ?? match?.[2])?.toUpperCase();
  if (code !== undefined) {
    if (baseCodes(market).includes(code)) return 'base';
    if (quoteCodes(market).includes(code)) return 'quote';
    if (DOLLARS.includes(code) && DOLLARS.includes(market.quote)) return 'quote';
  }
  return SOME_VOLUME.test(name) ? 'unclear' : 'none';
}

/** Where the volumes of a candle file stand; -1 where it has none. */
export interface VolumePlaces {
  readonly base: number;
  readonly quote: number;
  /** The unit of `base` is by its column's name, not by usage. */
  readonly isNamed: boolean;
  /** Columns that could be a volume, and whose name does not say of what. */
  readonly unclear: readonly number[];
}

const NOWHERE = -1;

/**
 * Formats in which two or three unclear names together are clear. OKX (docs-v5, candlesticks): `vol` is base of a spot market and contracts
 * of a swap, whose base stands under `volCcy`. HTX (market history candles): `amount` is base, `vol` quote.
 */
function byVenue(names: readonly string[], market: Market): Pick<VolumePlaces, 'base' | 'quote'> | undefined {
  const at = (...known: readonly string[]): number => names.findIndex((name) => known.includes(name));
  const [vol, currency, quote] = [at('vol'), at('vol_ccy', 'volccy'), at('vol_quote', 'vol_ccy_quote', 'volccyquote')];
  if (market.venue === 'okx' && vol !== NOWHERE && currency !== NOWHERE && quote !== NOWHERE)
    return { base: market.kind === 'spot' ? vol : currency, quote };
  const amount = at('amount');
  if (market.venue === 'htx' && market.kind === 'spot' && vol !== NOWHERE && amount !== NOWHERE)
    return { base: amount, quote: vol };
  return undefined;
}

/** The volumes among columns that are nothing else (`names`: '' for a column with another role). A name that says base goes before one that does not. */
export function volumePlaces(names: readonly string[], market: Market): VolumePlaces {
  const said = names.map((name): VolumeName => (name === '' ? 'none' : volumeNamed(name, market)));
  const known = byVenue(names, market);
  if (known !== undefined) return { ...known, isNamed: true, unclear: [] };
  const base = said.indexOf('base');
  return {
    base: base === NOWHERE ? said.indexOf('bare') : base,
    quote: said.indexOf('quote'),
    isNamed: base !== NOWHERE,
    unclear: said.flatMap((one, i) => (one === 'unclear' ? [i] : [])),
  };
}
