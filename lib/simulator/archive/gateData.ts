import { gzipSync } from 'node:zlib';
import { binaryOf, type Answer, type Ask } from '../profile';
import { spoilt } from '../rowFaults';
import type { SimulatedMarket } from '../scenario';
import { candlesOfFile, spanOf } from './span';

const PATH =
  /^\/(?<biz>spot|futures_usdt)\/candlesticks_1m\/(?<month>\d{6})\/(?<market>[A-Z0-9]+_[A-Z0-9]+)-\k<month>\.csv\.gz$/;

/**
 * `download.gatedata.org`: one gzip of 1m candles a market and month, once the month has ended. No header; columns seconds,
 * volume, close, high, low, open. The volume is taken to be the base's on spot (the documentation says "volume") and counts
 * contracts of futures. Minutes without a trade have no line: taken so.
 */
export function gateData(ask: Ask): Answer {
  const match = PATH.exec(ask.path)?.groups;
  const month = match?.['month'] ?? '';
  const span = spanOf(`${month.slice(0, 4)}-${month.slice(4)}`);
  const named = (market: SimulatedMarket): boolean =>
    market.venue === 'gate' && `${market.base}_${market.quote}` === match?.['market'];
  const contract =
    match?.['biz'] === 'spot' ? undefined : ask.contracts.find((market) => market.kind === 'perp' && named(market));
  const market = contract ?? (match?.['biz'] === 'spot' ? ask.markets.find(named) : undefined);
  const rows =
    market === undefined || span === undefined
      ? undefined
      : candlesOfFile(market, ask.candles(market), span, ask.nowMs, false);
  if (rows === undefined)
    return binaryOf(Buffer.from('<html><head><title>404 Not Found</title></head></html>'), 'text/html', 404);
  const lines = spoilt(rows, ask.fault).map((row) => {
    const volume = contract === undefined ? row.baseVolume : Math.round(row.baseVolume / contract.contract.size);
    return `${String(row.minute * 60)},${String(volume)},${String(row.close)},${String(row.high)},${String(row.low)},${String(row.open)}\n`;
  });
  return binaryOf(gzipSync(Buffer.from(lines.join(''))), 'application/gzip');
}
