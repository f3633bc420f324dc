import { MINUTE_MS } from '../../domain/minute';
import type { Candle } from '../../domain/candle';
import { binaryOf, type Answer, type Ask } from '../profile';
import { spoilt } from '../rowFaults';
import type { SimulatedMarket } from '../scenario';
import { fileKey, kept, noSuchKey } from './files';
import { candlesOfFile, hasEnded, type FileSpan } from './span';
import { zipOfFiles } from './zip';

const PATH = /^\/Kraken_OHLCVT_Q(?<quarter>[1-4])_(?<year>\d{4})\.zip$/;

const CODES = new Map([
  ['BTC', 'XBT'],
  ['DOGE', 'XDG'],
]);
const codeOf = (code: string): string => CODES.get(code) ?? code;

const line =
  ({ priceDecimals }: SimulatedMarket) =>
  (row: Candle): string => {
    const price = (value: number): string => String(Number(value.toFixed(priceDecimals)));
    return `${String(row.minute * 60)},${price(row.open)},${price(row.high)},${price(row.low)},${price(row.close)},${String(row.baseVolume)},${String(row.trades)}\n`;
  };

function quarterOf(year: number, quarter: number): FileSpan {
  const [from, to] = [Date.UTC(year, 3 * (quarter - 1), 1), Date.UTC(year, 3 * quarter, 1)];
  return { from: from / MINUTE_MS, to: to / MINUTE_MS };
}

/**
 * Kraken's zips of a quarter, which it publishes with a file host: here under the host `kraken`. Each holds a file for every market and
 * interval; those of a minute and, of each market, an empty one of 1,440 are made. Seconds, OHLC, volume, trades; no header, and no
 * row for a minute without a trade.
 */
export function krakenZips(ask: Ask): Answer {
  const { quarter, year } = PATH.exec(ask.path)?.groups ?? {};
  if (quarter === undefined || year === undefined) return noSuchKey(ask.path);
  const span = quarterOf(Number(year), Number(quarter));
  if (!hasEnded(span, ask.nowMs)) return noSuchKey(ask.path);
  const zip = kept(ask, fileKey(ask, `kraken ${ask.path}`), () => {
    const files = ask.markets
      .filter(({ venue }) => venue === 'kraken')
      .flatMap((market) => {
        const rows = candlesOfFile(market, ask.candles(market), span, ask.nowMs, false);
        if (rows === undefined) return [];
        const name = `${codeOf(market.base)}${codeOf(market.quote)}`;
        return [
          { name: `${name}_1.csv`, whole: Buffer.from(spoilt(rows, ask.fault).map(line(market)).join('')) },
          { name: `${name}_1440.csv`, whole: Buffer.alloc(0) },
        ];
      });
    return files.length === 0 ? undefined : zipOfFiles(files);
  });
  return zip === undefined ? noSuchKey(ask.path) : binaryOf(zip, 'application/zip');
}
