import type { Candle } from '../../domain/candle';
import { isComputed, type Kind } from '../../domain/market';
import { MINUTE_MS } from '../../domain/minute';
import { GMT8_DAY, HOUR, MINUTE, MINUTES_15, MINUTES_5, UTC_DAY } from '../longer';
import {
  contractOf,
  limitOf,
  marketOf,
  plain,
  spanOf,
  tickOf,
  wholeOf,
  type Answer,
  type Ask,
  type RowText,
  type VenueProfile,
} from '../profile';
import type { ContractMarket, SimulatedMarket } from '../scenario';

/** Candles `/candles` reaches back; older ones are in `/history-candles` alone. */
const RECENT_BARS = 1_440;

/** A day is Hong Kong's unless its name says UTC. */
const BARS = {
  '1m': MINUTE,
  '5m': MINUTES_5,
  '15m': MINUTES_15,
  '1H': HOUR,
  '1D': GMT8_DAY,
  '1Dutc': UTC_DAY,
};

const idOf = (market: SimulatedMarket): string => `${market.base}-${market.quote}`;
const swapIdOf = (market: SimulatedMarket): string => `${idOf(market)}-SWAP`;
const fine = (rows: unknown): unknown => ({ code: '0', msg: '', data: rows });

const instrument = (market: SimulatedMarket): object => ({
  alias: '',
  baseCcy: market.base,
  category: '1',
  ctMult: '',
  ctType: '',
  ctVal: '',
  ctValCcy: '',
  expTime: '',
  instFamily: '',
  instId: idOf(market),
  instType: 'SPOT',
  lever: '',
  listTime: '1548133413000',
  lotSz: tickOf(market.volumeDecimals),
  maxLmtSz: '9999999999',
  maxMktSz: '1000000',
  minSz: tickOf(market.volumeDecimals),
  optType: '',
  quoteCcy: market.quote,
  ruleType: 'normal',
  settleCcy: '',
  state: 'live',
  stk: '',
  tickSz: tickOf(market.priceDecimals),
  uly: '',
});

const contract = (market: ContractMarket): object => ({
  alias: '',
  baseCcy: '',
  category: '1',
  ctMult: '1',
  ctType: 'linear',
  ctVal: String(market.contract.size),
  ctValCcy: market.base,
  expTime: '',
  instFamily: idOf(market),
  instId: swapIdOf(market),
  instType: 'SWAP',
  lever: '50',
  listTime: '1573557408000',
  lotSz: '1',
  maxLmtSz: '100000000',
  maxMktSz: '100000',
  minSz: '1',
  optType: '',
  quoteCcy: '',
  ruleType: 'normal',
  settleCcy: market.contract.settle,
  state: 'live',
  stk: '',
  tickSz: tickOf(market.priceDecimals),
  uly: idOf(market),
});

const prices = (row: Candle): string =>
  `"${String(row.minute * MINUTE_MS)}","${String(row.open)}","${String(row.high)}","${String(row.low)}","${String(row.close)}"`;
const confirm = (closed: boolean): string => (closed ? '"1"' : '"0"');

/** Nine columns: volume (base, or contracts of a swap), base volume of a swap and quote volume of spot, quote volume, confirm. */
const tradedRow: RowText['row'] = (row, closed) =>
  `[${prices(row)},"${String(row.baseVolume)}","${String(row.quoteVolume)}","${String(row.quoteVolume)}",${confirm(closed)}]`;
const swapRow =
  (size: number): RowText['row'] =>
  (row, closed) =>
    `[${prices(row)},"${String(Math.round(row.baseVolume / size))}","${String(row.baseVolume)}","${String(row.quoteVolume)}",${confirm(closed)}]`;
/** Six columns: a computed price has no volume. */
const computedRow: RowText['row'] = (row, closed) => `[${prices(row)},${confirm(closed)}]`;

/** A market by its instId: an index by its pair, a mark price by its contract. */
function asked(ask: Ask, kind: Kind): { readonly market: SimulatedMarket; readonly row: RowText['row'] } | undefined {
  const id = ask.query.get('instId');
  const contractMarket = contractOf(ask, kind, id, kind === 'index' ? idOf : swapIdOf);
  if (contractMarket !== undefined)
    return { market: contractMarket, row: isComputed(kind) ? computedRow : swapRow(contractMarket.contract.size) };
  const spot = kind === 'perp' ? marketOf(ask, id, idOf) : undefined;
  return spot === undefined ? undefined : { market: spot, row: tradedRow };
}

/**
 * 100 rows unless asked, 300 at most, of mark and index prices 100; `after` and `before` are exclusive bounds on the open
 * time, `after` the later one; newest first; the last column tells whether the candle is closed. A minute without a trade is
 * taken to be a flat row: the documentation does not say.
 */
const candles =
  (kind: Kind, history: boolean) =>
  (ask: Ask): Answer => {
    const found = asked(ask, kind);
    if (found === undefined)
      return plain({ code: '51001', msg: "Instrument ID, Instrument ID code, or Spread ID doesn't exist.", data: [] });
    const span = spanOf(BARS, ask.query.get('bar') ?? '1m');
    if (span === undefined) return plain({ code: '51000', msg: 'Parameter bar error', data: [] }, 400);
    const after = wholeOf(ask.query, 'after');
    const before = wholeOf(ask.query, 'before');
    return {
      kind: 'candles',
      market: found.market,
      span,
      limit: limitOf(ask.query, 'limit', 100, isComputed(kind) ? 100 : 300),
      keep: 'newest',
      order: 'descending',
      from: before === undefined ? undefined : Math.floor(before / MINUTE_MS) + 1,
      to: after === undefined ? undefined : Math.ceil(after / MINUTE_MS),
      ...(history ? {} : { reachesBackTo: Math.floor(ask.nowMs / MINUTE_MS) - (RECENT_BARS - 1) * span.minutes }),
      emptyMinutes: 'flat',
      servesForming: !history,
      write: { row: found.row, body: (rows) => `{"code":"0","msg":"","data":[${rows}]}` },
    };
  };

function instruments(ask: Ask): Answer {
  const type = ask.query.get('instType');
  const perps = ask.contracts.filter((market) => market.kind === 'perp');
  return plain(fine(type === 'SPOT' ? ask.markets.map(instrument) : type === 'SWAP' ? perps.map(contract) : []));
}

export const okx: VenueProfile = {
  venue: 'okx',
  endpoints: [
    { path: /^\/api\/v5\/market\/candles$/, answer: candles('perp', false) },
    { path: /^\/api\/v5\/market\/history-candles$/, answer: candles('perp', true) },
    { path: /^\/api\/v5\/market\/mark-price-candles$/, answer: candles('mark', false) },
    { path: /^\/api\/v5\/market\/history-mark-price-candles$/, answer: candles('mark', true) },
    { path: /^\/api\/v5\/market\/index-candles$/, answer: candles('index', false) },
    { path: /^\/api\/v5\/market\/history-index-candles$/, answer: candles('index', true) },
    { path: /^\/api\/v5\/public\/instruments$/, answer: instruments },
    { path: /^\/api\/v5\/public\/time$/, answer: (ask) => plain(fine([{ ts: String(ask.nowMs) }])) },
  ],
  unknownPath: plain({ code: '404', msg: 'Not Found', data: [] }, 404),
};
