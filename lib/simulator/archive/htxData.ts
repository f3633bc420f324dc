import type { Candle } from '../../domain/candle';
import { binaryOf, type Answer, type Ask } from '../profile';
import { spoilt } from '../rowFaults';
import { checksumFile, fileKey, kept, noSuchKey } from './files';
import { candlesOfFile, EAST_ASIA, spanOf } from './span';
import { zipOf } from './zip';

const PATH =
  /^\/data\/data\/klines\/spot\/daily\/(?<symbol>[A-Z0-9]+)\/1min\/(?<file>\k<symbol>-1min-(?<date>\d{4}-\d{2}-\d{2}))\.(?<end>zip|CHECKSUM)$/;

/** As Java writes a double, and HTX's files with it: `5.218369366635794E8`. */
function javaDouble(value: number): string {
  if (value !== 0 && (Math.abs(value) >= 1e7 || Math.abs(value) < 1e-3)) {
    const [digits = '', exponent = '0'] = value.toExponential().split('e');
    return `${digits.includes('.') ? digits : `${digits}.0`}E${String(Number(exponent))}`;
  }
  return Number.isInteger(value) ? `${String(value)}.0` : String(value);
}

const line = (row: Candle): string =>
  `${String(row.minute * 60)},${String(row.open)},${String(row.close)},${String(row.high)},${String(row.low)},${javaDouble(row.quoteVolume)},${javaDouble(row.baseVolume)}\n`;

/**
 * `www.htx.com/data/`: a zip of 1m candles a spot market and day of UTC+8, once that is over, and its `.CHECKSUM`, named without
 * `.zip`. No header; columns id (seconds), open, close, high, low, vol (quote), amount (base). A minute without a trade is a flat row.
 */
export function htxData(ask: Ask): Answer {
  const { symbol, file, date, end } = PATH.exec(ask.path)?.groups ?? {};
  const market = ask.markets.find(({ venue, base, quote }) => venue === 'htx' && `${base}${quote}` === symbol);
  const span = date === undefined ? undefined : spanOf(date, EAST_ASIA);
  if (market === undefined || span === undefined || file === undefined) return noSuchKey(ask.path);
  const rows = candlesOfFile(market, ask.candles(market), span, ask.nowMs, true);
  const zip =
    rows === undefined
      ? undefined
      : kept(ask, fileKey(ask, `htx ${file}`), () =>
          zipOf(`${file}.csv`, Buffer.from(spoilt(rows, ask.fault).map(line).join(''))),
        );
  if (zip === undefined) return noSuchKey(ask.path);
  return end === 'zip' ? binaryOf(zip, 'application/zip') : checksumFile(ask, zip, `${file}.zip`);
}
