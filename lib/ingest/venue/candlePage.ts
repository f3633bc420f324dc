import type { Candle } from '../../domain/candle';
import type { Minute } from '../../domain/minute';
import { replyWords } from '../../words/en/replies';
import { venueErrorWords } from '../../words/en/venueErrors';
import type { CandleRules, Capability } from '../venues/capability';
import { READER } from './ccxt';
import { MarketUnknown, RetryLater } from './errors';
import type { Exchange } from './exchange';
import { provenanceOf, type Reply } from './fetchDoor';
import type { Page } from './page';
import { candleOf, closedOf } from './row';

/** What is asked of a candle endpoint. */
export interface PageRequest {
  readonly symbol: string;
  readonly sinceMs: number;
  readonly rows: number;
  readonly rules: CandleRules;
  /** Of the venue's display candles. */
  readonly display: boolean;
}

/** Asks for display candles by the method of the class that ccxt makes of the endpoint's name. */
function askDisplayed(
  { ccxt }: Exchange,
  { display, ccxtClass }: Capability,
  { symbol, sinceMs, rows }: PageRequest,
): Promise<unknown> {
  if (display === undefined) throw new MarketUnknown(venueErrorWords.noDisplay);
  const method = (ccxt as unknown as Readonly<Record<string, unknown>>)[display.ccxtMethod];
  if (typeof method !== 'function') throw new Error(`ccxt's ${ccxtClass} has no ${display.ccxtMethod}`);
  const request = display.request(ccxt.market(symbol).id, sinceMs, rows);
  return (method as (request: object) => Promise<unknown>).call(ccxt, request);
}

function askCandles({ ccxt }: Exchange, { symbol, sinceMs, rows, rules }: PageRequest): Promise<unknown> {
  const params = { ...rules.params, ...rules.paramsFor?.(sinceMs, rows) };
  return ccxt.fetchOHLCV(symbol, '1m', sinceMs, rows, params);
}

/** One reply with candles, every row of it. */
export async function candlePage(exchange: Exchange, capability: Capability, request: PageRequest): Promise<Page> {
  const reply = await exchange.replyWithRows(() =>
    request.display ? askDisplayed(exchange, capability, request) : askCandles(exchange, request),
  );
  return pageOf(exchange, reply, request);
}

/** ccxt's own list would be filtered by `since`: only the body shows whether the venue heeded it. */
function pageOf({ ccxt, now }: Exchange, reply: Reply, { symbol, rules }: PageRequest): Page {
  const raws = rules.rowsIn(reply.json);
  if (raws === undefined) throw new RetryLater(replyWords.noCandleList, undefined);
  const market = ccxt.market(symbol);
  const candles: Candle[] = [];
  const open: Minute[] = [];
  for (const raw of raws) {
    const read = typeof raw === 'object' && raw !== null ? ccxt.parseOHLCV(raw, market) : [];
    const candle = candleOf(raw, read, rules, market);
    candles.push(candle);
    if (rules.closedMark !== undefined && closedOf(raw, rules.closedMark) === false && !Number.isNaN(candle.minute))
      open.push(candle.minute);
  }
  return {
    candles,
    raws,
    open,
    venueClockMs: reply.venueClockMs ?? now(),
    provenance: provenanceOf(reply, READER),
  };
}
