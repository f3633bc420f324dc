import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { binaryOf, type Answer, type Ask } from '../profile';
import type { ContractMarket, SimulatedMarket } from '../scenario';
import type { TapeRow } from '../trades/tape';
import { fileKey, kept, noSuchKey } from './files';
import { hasEnded, spanOf } from './span';
import { tradesOfFile, type FiledTrade } from './tradeFile';

const SPOT = /^\/spot\/(?<symbol>[A-Z0-9]+)\/\k<symbol>(?:_(?<day>\d{4}-\d{2}-\d{2})|-(?<month>\d{4}-\d{2}))\.csv\.gz$/;
const CONTRACT = /^\/trading\/(?<symbol>[A-Z0-9]+)\/\k<symbol>(?<day>\d{4}-\d{2}-\d{2})\.csv\.gz$/;

const SPOT_HEADER = 'id,timestamp,price,volume,side,rpi\n';
const CONTRACT_HEADER =
  'timestamp,symbol,side,size,price,tickDirection,trdMatchID,grossValue,homeNotional,foreignNotional,RPI\n';

const idOf = ({ base, quote }: SimulatedMarket): string => `${base}${quote}`;

/** Milliseconds; ids count the file's own rows. */
function spotLine(): (trade: FiledTrade) => string {
  let id = 0;
  return ({ row, price }) => {
    id += 1;
    return `${String(id)},${String(Math.floor(row.timeUs / 1_000))},${price},${row.amountText},${row.buyerTakes ? 'buy' : 'sell'},0\n`;
  };
}

/** Ids without an order, the same whenever they are made. */
function uuidOf(symbol: string, { index }: TapeRow): string {
  const hex = createHash('sha256')
    .update(`${symbol} ${String(index)}`)
    .digest('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), `5${hex.slice(13, 16)}`, `9${hex.slice(17, 20)}`, hex.slice(20, 32)].join(
    '-',
  );
}

/** Seconds with four decimals; size in base of a linear contract, in USD of an inverse one. */
const contractLine =
  (market: ContractMarket) =>
  ({ row, price }: FiledTrade): string => {
    const symbol = idOf(market);
    const worth = Number((row.price * row.amount).toFixed(8));
    const size = market.contract.of === 'quote' ? String(worth) : row.amountText;
    const seconds = (Math.floor(row.timeUs / 100) / 10_000).toFixed(4).replace(/0+$/, '0');
    return `${seconds},${symbol},${row.buyerTakes ? 'Buy' : 'Sell'},${size},${price},ZeroMinusTick,${uuidOf(symbol, row)},${String(worth * 1e8)},${row.amountText},${String(worth)},0\n`;
  };

/**
 * `public.bybit.com`: gzips with a header line of every trade of a market and UTC day, once that is over; of spot also of a month, in
 * the same folder and told apart by the dash before it.
 */
export function bybitPublic(ask: Ask): Answer {
  const spot = SPOT.exec(ask.path)?.groups;
  const contract = CONTRACT.exec(ask.path)?.groups;
  const { symbol, day, month } = spot ?? contract ?? {};
  const span = spanOf(day ?? month ?? '');
  const named = (one: SimulatedMarket): boolean => one.venue === 'bybit' && idOf(one) === symbol;
  const listed = ask.markets.find(named);
  const perp = ask.contracts.find((one) => one.kind === 'perp' && named(one));
  if (span === undefined || !hasEnded(span, ask.nowMs)) return noSuchKey(ask.path);
  const file = kept(ask, fileKey(ask, `bybit ${ask.path}`), () => {
    const [header, lines] =
      spot !== undefined && listed !== undefined
        ? [SPOT_HEADER, tradesOfFile(ask, listed, span, spotLine())]
        : contract !== undefined && perp !== undefined
          ? [CONTRACT_HEADER, tradesOfFile(ask, perp, span, contractLine(perp))]
          : [];
    return header === undefined || lines === undefined
      ? undefined
      : gzipSync(Buffer.concat([Buffer.from(header), lines]));
  });
  return file === undefined ? noSuchKey(ask.path) : binaryOf(file, 'application/gzip');
}
