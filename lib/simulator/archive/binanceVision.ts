import type { Candle } from '../../domain/candle';
import { isComputed, type Kind } from '../../domain/market';
import { MINUTE_MS } from '../../domain/minute';
import { binaryOf, type Answer, type Ask } from '../profile';
import { spoilt } from '../rowFaults';
import type { ContractMarket, SimulatedMarket } from '../scenario';
import { tapeOf } from '../trades/tape';
import { candlesOfFile, hasEnded, spanOf, type FileSpan } from './span';
import { checksumFile, fileKey, kept, noSuchKey } from './files';
import { zipOf } from './zip';

/** Binance's notice: spot files count in microseconds from 2025-01-01 on; all others, and futures always, in milliseconds. */
const MICROSECONDS_FROM = Date.UTC(2025, 0, 1) / MINUTE_MS;
/** Futures files of newer years begin with a line of names; taken to be so from 2022 on. */
const HEADER_FROM = Date.UTC(2022, 0, 1) / MINUTE_MS;
const HEADER =
  'open_time,open,high,low,close,volume,close_time,quote_volume,count,taker_buy_volume,taker_buy_quote_volume,ignore';

/** What a path names: `/data/spot/daily/klines/ATOMUSDT/1m/ATOMUSDT-1m-2025-10-10.zip`. */
const PATH = new RegExp(
  '^/data/(?<book>spot|futures/um|futures/cm)/(?<every>daily|monthly)/(?<of>klines|markPriceKlines|indexPriceKlines|aggTrades)' +
    '/(?<symbol>[A-Z0-9_]+)(?:/1m)?/(?<file>\\k<symbol>-(?:1m|aggTrades)-(?<date>\\d{4}-\\d{2}(?:-\\d{2})?))\\.zip(?<checksum>\\.CHECKSUM)?$',
);

const eight = (value: number): string => value.toFixed(8);

function spotLine(row: Candle): string {
  const unit = row.minute >= MICROSECONDS_FROM ? 1_000 : 1;
  const opened = row.minute * MINUTE_MS * unit;
  return (
    `${String(opened)},${eight(row.open)},${eight(row.high)},${eight(row.low)},${eight(row.close)},${eight(row.baseVolume)},` +
    `${String(opened + MINUTE_MS * unit - 1)},${eight(row.quoteVolume)},${String(row.trades)},${eight(row.baseVolume / 2)},${eight(row.quoteVolume / 2)},0\n`
  );
}

/** COIN-M files count contracts and give the base as their second volume; mark and index files have no volumes. */
const futuresLine =
  (market: ContractMarket) =>
  (row: Candle): string => {
    const opened = row.minute * MINUTE_MS;
    const price = (value: number): string => value.toFixed(market.priceDecimals);
    const [first, second, count] = isComputed(market.kind)
      ? ['0', '0', '60']
      : market.contract.of === 'quote'
        ? [String(Math.round(row.quoteVolume / market.contract.size)), row.baseVolume.toFixed(8), String(row.trades)]
        : [row.baseVolume.toFixed(market.volumeDecimals), row.quoteVolume.toFixed(6), String(row.trades)];
    return `${String(opened)},${price(row.open)},${price(row.high)},${price(row.low)},${price(row.close)},${first},${String(opened + MINUTE_MS - 1)},${second},${count},0,0,0\n`;
  };

interface Named {
  readonly book: string;
  readonly of: string;
  readonly symbol: string;
}

const KIND: Readonly<Record<string, Kind>> = { klines: 'perp', markPriceKlines: 'mark', indexPriceKlines: 'index' };

function contractOfFile(ask: Ask, { book, of, symbol }: Named): ContractMarket | undefined {
  const venue = book === 'futures/um' ? 'binanceusdm' : 'binancecoinm';
  const idOf = ({ base, quote, kind }: ContractMarket): string =>
    venue === 'binancecoinm' && kind !== 'index' ? `${base}${quote}_PERP` : `${base}${quote}`;
  return ask.contracts.find((market) => market.venue === venue && market.kind === KIND[of] && idOf(market) === symbol);
}

const spotOfFile = (ask: Ask, symbol: string): SimulatedMarket | undefined =>
  ask.markets.find((market) => market.venue === 'binance' && `${market.base}${market.quote}` === symbol);

/** Lines of aggregated trades: id, price, quantity, first and last trade, time, buyer was maker, best match. */
function aggTradesCsv(ask: Ask, market: SimulatedMarket, span: FileSpan): Buffer {
  const tape = tapeOf(market, ask.candles(market), 2);
  const pieces: Buffer[] = [];
  for (let minute = span.from; minute < span.to; minute += 1) {
    const startUs = minute * MINUTE_MS * 1_000;
    const lines = tape.rows(tape.before(startUs), tape.before(startUs + MINUTE_MS * 1_000)).map((row) => {
      const time = minute >= MICROSECONDS_FROM ? row.timeUs : Math.floor(row.timeUs / 1_000);
      return (
        `${String(row.index)},${Number(row.priceText).toFixed(8)},${Number(row.amountText).toFixed(8)},${String(row.fillsBefore)},${String(row.fillsBefore + row.fills - 1)},` +
        `${String(time)},${row.buyerTakes ? 'False' : 'True'},True\n`
      );
    });
    pieces.push(Buffer.from(lines.join('')));
  }
  return Buffer.concat(pieces);
}

/** The text in a file's zip, or undefined where there is no such file. */
function csvOf(ask: Ask, named: Named, span: FileSpan): Buffer | undefined {
  const market = named.book === 'spot' ? spotOfFile(ask, named.symbol) : contractOfFile(ask, named);
  if (market === undefined) return undefined;
  const rows = candlesOfFile(market, ask.candles(market), span, ask.nowMs, true);
  if (rows === undefined) return undefined;
  if (named.of === 'aggTrades') return named.book === 'spot' ? aggTradesCsv(ask, market, span) : undefined;
  const right = spoilt(rows, ask.fault);
  if (named.book === 'spot') return named.of === 'klines' ? Buffer.from(right.map(spotLine).join('')) : undefined;
  const contract = contractOfFile(ask, named);
  if (contract === undefined) return undefined;
  return Buffer.from(`${span.from >= HEADER_FROM ? `${HEADER}\n` : ''}${right.map(futuresLine(contract)).join('')}`);
}

/**
 * `data.binance.vision`: zips of 1m klines (spot, USD-M, COIN-M, mark and index prices) and of spot aggTrades, by day and by
 * month, once that has ended; beside each its `.CHECKSUM`, "SHA-256, two blanks, file name". All else is 404, in XML.
 */
export function binanceVision(ask: Ask): Answer {
  const match = PATH.exec(ask.path)?.groups;
  const [book, every, of, symbol, file, date] = ['book', 'every', 'of', 'symbol', 'file', 'date'].map(
    (name) => match?.[name],
  );
  if (book === undefined || of === undefined || symbol === undefined || file === undefined || date === undefined)
    return noSuchKey(ask.path);
  const wellNamed =
    (every === 'daily') === (date.length === 10) &&
    (of === 'aggTrades') === file.includes('-aggTrades-') &&
    ask.path.includes('/1m/') === (of !== 'aggTrades');
  const span = spanOf(date);
  const zip =
    wellNamed && span !== undefined && hasEnded(span, ask.nowMs)
      ? kept(ask, fileKey(ask, `${book} ${of} ${file}`), () => {
          const csv = csvOf(ask, { book, of, symbol }, span);
          return csv === undefined ? undefined : zipOf(`${file}.csv`, csv);
        })
      : undefined;
  if (zip === undefined) return noSuchKey(ask.path);
  return match?.['checksum'] === undefined ? binaryOf(zip, 'application/zip') : checksumFile(ask, zip, `${file}.zip`);
}
