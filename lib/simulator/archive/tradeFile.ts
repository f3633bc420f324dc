import { MINUTE_MS } from '../../domain/minute';
import type { Ask } from '../profile';
import type { SimulatedMarket } from '../scenario';
import { tapeOf, type TapeRow } from '../trades/tape';
import type { FileSpan } from './span';

/** A trade as it stands in a file. */
export interface FiledTrade {
  readonly row: TapeRow;
  readonly price: string;
}

const atUs = (minute: number): number => minute * MINUTE_MS * 1_000;

/** The price in a file uploaded anew: the trades of the minute below what they were. */
function priceIn({ fault }: Ask, minute: number, { priceText, price }: TapeRow): string {
  return fault?.kind === 'edited-candle' && fault.minute === minute ? String(price * fault.factor) : priceText;
}

/**
 * The trades of a file, minute by minute, oldest first; undefined where nothing was traded in its day or month: then there is none.
 */
export function tradesOfFile(
  ask: Ask,
  market: SimulatedMarket,
  span: FileSpan,
  line: (trade: FiledTrade) => string,
): Buffer | undefined {
  const tape = tapeOf(market, ask.candles(market));
  const pieces: Buffer[] = [];
  let at = tape.before(atUs(span.from));
  for (let minute = span.from; minute < span.to; minute += 1) {
    const next = tape.before(atUs(minute + 1));
    if (next === at) continue;
    const lines = tape.rows(at, next).map((row) => line({ row, price: priceIn(ask, minute, row) }));
    pieces.push(Buffer.from(lines.join('')));
    at = next;
  }
  return pieces.length === 0 ? undefined : Buffer.concat(pieces);
}

/** A number of contracts, as a decimal: shares of a contract are traded too. */
export const contractsOf = (amount: number, size: number): string => String(Number((amount / size).toFixed(12)));
