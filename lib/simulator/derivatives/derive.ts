import { emptyColumns, type CandleColumns } from '../../domain/candle';
import { isComputed } from '../../domain/market';
import { MINUTE_MS } from '../../domain/minute';
import { chance, jitter, streamOf } from '../chance';
import { rounder } from '../rounding';
import { CONTRACT_ANCHORS, type ContractAnchor } from './anchors';
import type { Derived } from './listings';

/** The most a contract stands off its spot: some basis points, made up, and far below what an episode needs. */
const BASIS = 0.0006;
/** Minutes between two turns of the basis; straight lines between them. */
const TURN = 30;
/** A contract's turnover by its spot's. */
const TURNOVER = [2, 4] as const;

/** How far a contract stands off its spot in a minute, as a ratio. Continuous from minute to minute. */
function basisAt(stream: number, minute: number): number {
  const turn = Math.floor(minute / TURN);
  const share = minute / TURN - turn;
  return BASIS * ((1 - share) * jitter(stream, turn) + share * jitter(stream, turn + 1));
}

/** Puts a published figure into a slot; fields not published stay, inside the candle. */
function applyAnchor(columns: CandleColumns, slot: number, anchor: ContractAnchor): void {
  const { open, high, low, close } = columns;
  const top = anchor.high ?? Math.max(high[slot] ?? NaN, anchor.low);
  const within = (value: number | undefined): number => Math.min(top, Math.max(anchor.low, value ?? NaN));
  open[slot] = anchor.open ?? within(open[slot]);
  close[slot] = anchor.close ?? within(close[slot]);
  high[slot] = top;
  low[slot] = anchor.low;
}

const toMicro = rounder(6);

/** A candle's four prices may need four trades, and no trade is of less than one contract. */
const LEAST_TRADES = 4;

/** Fills a slot's volumes and count: whole contracts, valued at the mean of open and close. */
function trade(
  columns: CandleColumns,
  slot: number,
  { market }: Derived,
  spotBase: number,
  spotTrades: number,
  draw: number,
): void {
  const mean = ((columns.open[slot] ?? NaN) + (columns.close[slot] ?? NaN)) / 2;
  const { size, of } = market.contract;
  const times = TURNOVER[0] + (TURNOVER[1] - TURNOVER[0]) * draw;
  const wanted = (spotBase * times * (of === 'quote' ? mean : 1)) / size;
  const contracts = Math.max(LEAST_TRADES, Math.round(wanted));
  const worth = contracts * size;
  columns.baseVolume[slot] = rounder(market.volumeDecimals)(of === 'quote' ? worth / mean : worth);
  columns.quoteVolume[slot] = toMicro(of === 'quote' ? worth : worth * mean);
  columns.trades[slot] = Math.max(LEAST_TRADES, Math.min(contracts, Math.round(spotTrades * times)));
}

/**
 * The candles of a contract market from those of its spot: each price off it by the basis, opens continuous with closes.
 * A perp trades when its spot does; a mark or index price stands in every minute from the first, flat where the spot was
 * silent, and has no volume. The index is the spot itself; the mark lies between index and perp.
 */
export function derivedColumns(derived: Derived, spot: CandleColumns, seed: number): CandleColumns {
  const { market } = derived;
  const columns = emptyColumns(spot.range);
  columns.answered.fill(1);
  const own = (name: string): number => streamOf(seed, `${market.venue} ${market.base}/${market.quote} ${name}`);
  const [basis, turnover] = [own('basis'), own('contract turnover')];
  const weight = market.kind === 'index' ? 0 : market.kind === 'mark' ? 0.5 : 1;
  const round = rounder(market.priceDecimals);
  const anchors = new Map(
    CONTRACT_ANCHORS.filter(
      ({ venue, kind, base }) => venue === market.venue && kind === market.kind && base === market.base,
    ).map((anchor) => [Date.parse(anchor.at) / MINUTE_MS - spot.range.from, anchor]),
  );
  let last = NaN;
  for (let slot = 0; slot < columns.open.length; slot += 1) {
    const minute = spot.range.from + slot;
    const [before, now] = [1 + weight * basisAt(basis, minute - 1), 1 + weight * basisAt(basis, minute)];
    const traded = !Number.isNaN(spot.open[slot] ?? NaN);
    const anchor = anchors.get(slot);
    const stands = !Number.isNaN(last) && (isComputed(market.kind) || anchor !== undefined);
    if (!traded && !stands) continue;
    const open = round(traded ? (spot.open[slot] ?? NaN) * before : last * before);
    const close = round(traded ? (spot.close[slot] ?? NaN) * now : last * now);
    columns.open[slot] = open;
    columns.close[slot] = close;
    columns.high[slot] = Math.max(open, close, traded ? round((spot.high[slot] ?? NaN) * now) : -Infinity);
    columns.low[slot] = Math.min(open, close, traded ? round((spot.low[slot] ?? NaN) * now) : Infinity);
    last = traded ? (spot.close[slot] ?? NaN) : last;
    if (anchor !== undefined) applyAnchor(columns, slot, anchor);
    // Where only a published figure says that it traded: as little as can be.
    const [base, count] = traded
      ? [spot.baseVolume[slot] ?? NaN, spot.trades[slot] ?? NaN]
      : [market.contract.size / 1e6, 1];
    if (!isComputed(market.kind)) trade(columns, slot, derived, base, count, chance(turnover, slot));
  }
  return columns;
}
