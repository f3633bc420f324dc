import type { Candle } from '../../domain/candle';
import { MINUTE_MS, type Minute } from '../../domain/minute';
import { timeframeMinutes, type Timeframe } from '../../domain/timeframe';
import { replyWords } from '../../words/en/replies';
import { venueErrorWords } from '../../words/en/venueErrors';
import type { CandleRules, Capability } from '../venues/capability';
import { READER } from './ccxt';
import { MarketUnknown, RetryLater } from './errors';
import type { Exchange } from './exchange';
import { madeAtMs, provenanceOf, type Reply } from './fetchDoor';
import type { Page } from './page';
import { isLength } from '../candleLength';
import { candleOf, closedOf, lengthOf } from './row';

/** What is asked of a candle endpoint. */
export interface PageRequest {
  readonly symbol: string;
  readonly sinceMs: number;
  readonly rows: number;
  readonly rules: CandleRules;
  /** Of the venue's display candles. */
  readonly display: boolean;
  /** Of longer candles; undefined: of minutes. */
  readonly timeframe: Timeframe | undefined;
}

const stepMsOf = ({ timeframe }: PageRequest): number =>
  timeframe === undefined ? MINUTE_MS : timeframeMinutes(timeframe) * MINUTE_MS;

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

function askCandles({ ccxt }: Exchange, request: PageRequest): Promise<unknown> {
  const { symbol, sinceMs, rows, rules, timeframe = '1m' } = request;
  const params = { ...rules.params, ...rules.paramsFor?.(sinceMs, sinceMs + rows * stepMsOf(request)) };
  return ccxt.fetchOHLCV(symbol, timeframe, sinceMs, rows, params);
}

/** One reply with candles, every row of it. */
export async function candlePage(exchange: Exchange, capability: Capability, request: PageRequest): Promise<Page> {
  const reply = await exchange.replyWithRows(() =>
    request.display ? askDisplayed(exchange, capability, request) : askCandles(exchange, request),
  );
  return pageOf(exchange, reply, request);
}

/** ccxt's own list would be filtered by `since`: only the body shows whether the venue heeded it. */
function pageOf({ ccxt }: Exchange, reply: Reply, request: PageRequest): Page {
  const { symbol, rules } = request;
  const raws = rules.rowsIn(reply.json);
  if (raws === undefined) throw new RetryLater(replyWords.noCandleList, undefined);
  const market = ccxt.market(symbol);
  const candles: Candle[] = [];
  const open: Minute[] = [];
  const misfits = new Map<number, number>();
  const stepMs = stepMsOf(request);
  for (const raw of raws) {
    const read = typeof raw === 'object' && raw !== null ? ccxt.parseOHLCV(raw, market) : [];
    const candle = candleOf(raw, read, rules, market, stepMs);
    const lengthMs = rules.closesAt === undefined ? NaN : lengthOf(raw, read[0] ?? NaN, rules.closesAt);
    if (!Number.isNaN(lengthMs) && !isLength(lengthMs, stepMs)) misfits.set(candles.length, lengthMs);
    candles.push(candle);
    if (rules.closedMark !== undefined && closedOf(raw, rules.closedMark) === false && !Number.isNaN(candle.minute))
      open.push(candle.minute);
  }
  return {
    candles,
    raws,
    open,
    misfits,
    venueClockMs: madeAtMs(reply),
    provenance: provenanceOf(reply, READER),
  };
}
