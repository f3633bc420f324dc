import { tickersOf } from '../../domain/asset';
import type { Market } from '../../domain/market';
import { minuteAt, minuteRange, type MinuteRange } from '../../domain/minute';
import { claimWords } from '../../words/en/files';
import { marketText } from '../../words/en/market';
import type { Interval } from './intervals';

/** `ATOMUSDT-1m-2025-10-10.zip`, `ATOMUSD_PERP-aggTrades-2025-10.zip`, also unpacked: symbol, contents, day or month. */
const NAME =
  /^(?<symbol>[A-Z0-9]+(?:_[A-Z0-9]+)?)-(?<of>aggTrades|trades|\d+(?:mo|[smhdw]))-(?<date>\d{4}-\d{2}(?:-\d{2})?)\.(?:zip|csv|csv\.gz|gz)$/;

/** The day or month of a name; undefined: no date of the calendar. */
function rangeOf(date: string): MinuteRange | undefined {
  const [year = NaN, month = NaN, day] = date.split('-').map(Number);
  const from = Date.UTC(year, month - 1, day ?? 1);
  if (Number.isNaN(from) || !new Date(from).toISOString().startsWith(date)) return undefined;
  return minuteRange(minuteAt(from), minuteAt(day === undefined ? Date.UTC(year, month, 1) : from + 86_400_000));
}

/** The symbols Binance's archives file a market under, at a time: an asset may have gone by another ticker then. */
function symbolsOf(market: Market, range: MinuteRange | undefined): readonly string[] {
  const then = range === undefined ? [] : tickersOf(market.venue, market.base, range).map(({ ticker }) => ticker);
  const contract = market.venue === 'binancecoinm' && market.kind !== 'index';
  return [...new Set([...then, market.base])].map((base) => `${base}${market.quote}${contract ? '_PERP' : ''}`);
}

/**
 * Why a file called as Binance calls its archives is not one of trades, or of candles of that interval, of the market it is said to hold: one line,
 * both named. Undefined: it may be, or it is called otherwise.
 */
export function misnamed(name: string, market: Market, interval: Interval = '1m'): string | undefined {
  const { symbol, of, date } = NAME.exec(name)?.groups ?? {};
  if (symbol === undefined || of === undefined || date === undefined) return undefined;
  const symbols = symbolsOf(market, rangeOf(date));
  if (!market.venue.startsWith('binance')) return claimWords.misnamedVenue(name, symbol, marketText(market));
  if (!symbols.includes(symbol))
    return claimWords.misnamedSymbol(name, symbol, marketText(market), symbols.join(' or '));
  if (of !== interval && of !== 'aggTrades' && of !== 'trades')
    return claimWords.misnamedInterval(name, of, name.replace(`-${of}-`, '-1m-'), marketText(market));
  return undefined;
}
