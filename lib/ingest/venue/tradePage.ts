import { replyWords } from '../../words/en/replies';
import { venueErrorWords } from '../../words/en/venueErrors';
import type { Capability } from '../venues/capability';
import { READER, type CcxtExchange } from './ccxt';
import type { Trade, TradePage, TradesFrom } from './connection';
import { MarketUnknown, RetryLater } from './errors';
import type { Exchange } from './exchange';
import { madeAtMs, provenanceOf, type Reply } from './fetchDoor';
import type { ListedPart } from './listings';

/** A reply without a trade is the frame of an answer: a name or two and an empty list. */
const LONGEST_EMPTY_REPLY = 500;

/** ccxt leaves some venues' empty list of trades unread. An empty list of errors is not one. */
export const holdsEmptyList = ({ body }: Pick<Reply, 'body'>): boolean =>
  body.length < LONGEST_EMPTY_REPLY && /\[\s*\]/.test(body.replace(/"errors?"\s*:\s*\[\s*\]/, ''));

/** By time, then by id. Ids of one length compare as text; of two lengths the shorter is the smaller number. */
function byPlace(a: Trade, b: Trade): number {
  if (a.ms !== b.ms) return a.ms - b.ms;
  if (a.id === undefined || b.id === undefined || a.id === b.id) return 0;
  return a.id.length === b.id.length ? (a.id < b.id ? -1 : 1) : a.id.length - b.id.length;
}

/** The trades in order, in place; a reply that comes so, or in reverse, needs no sorting. */
function inOrder(trades: Trade[]): Trade[] {
  const [first, last] = [trades[0], trades.at(-1)];
  if (first !== undefined && last !== undefined && byPlace(first, last) > 0) trades.reverse();
  const isOrdered = trades.every((trade, i) => {
    const before = trades[i - 1];
    return before === undefined || byPlace(before, trade) <= 0;
  });
  return isOrdered ? trades : trades.sort(byPlace);
}

/** Reads rows as ccxt does, but for the time as text, which ccxt writes into every trade. */
function tradesIn(ccxt: CcxtExchange, rows: readonly unknown[], symbol: string): Trade[] {
  const market = ccxt.market(symbol);
  const { iso8601 } = ccxt;
  ccxt.iso8601 = () => undefined;
  try {
    return rows.map((raw) => {
      const { id, timestamp = NaN, price = NaN, amount = NaN } = ccxt.parseTrade(raw, market);
      return { id, ms: timestamp, price, amount, raw };
    });
  } finally {
    ccxt.iso8601 = iso8601;
  }
}

/** What the venue's list says that a contract is worth; undefined: it is none, or the list does not say. */
export function contractListed({ ccxt }: Exchange, { symbol, inverse }: ListedPart): TradePage['contract'] {
  const { swap, contractSize: size } = ccxt.market(symbol);
  return swap !== true || size === undefined ? undefined : { size, worthIn: inverse ? 'quote' : 'base' };
}

/** What amounts count in a page of trades of a market; undefined: base. */
const contractOf = (exchange: Exchange, { trades }: Capability, part: ListedPart): TradePage['contract'] =>
  trades?.amount === 'base' ? undefined : contractListed(exchange, part);

/** One reply with trades of a listed market, oldest first. */
export async function tradePage(
  exchange: Exchange,
  capability: Capability,
  part: ListedPart,
  from: TradesFrom,
): Promise<TradePage> {
  const { ccxt } = exchange;
  const { symbol } = part;
  const cap = capability.trades?.cap;
  if (cap === undefined) throw new MarketUnknown(venueErrorWords.noTrades);
  const { reply, rows } = await exchange.replyWithTrades(() =>
    'next' in from
      ? ccxt.fetchTrades(symbol, undefined, cap, from.next)
      : ccxt.fetchTrades(symbol, from.sinceMs, cap, {}),
  );
  if (rows === undefined && !holdsEmptyList(reply)) throw new RetryLater(replyWords.noTradeList, undefined);
  return {
    trades: inOrder(tradesIn(ccxt, rows ?? [], symbol)),
    contract: contractOf(exchange, capability, part),
    venueClockMs: madeAtMs(reply),
    provenance: provenanceOf(reply, READER),
  };
}
