import type { Candle } from '../../domain/candle';
import { MINUTE_MS } from '../../domain/minute';
import { chance, streamOf } from '../chance';
import type { SimulatedMarket } from '../scenario';
import { planOf, type Plan } from './plan';

/** One made-up trade. All trades of a minute together make the scenario's candle, exactly. */
export interface Trade {
  /** Microseconds since 1970: no two trades of a market share one. */
  readonly timeUs: number;
  readonly price: number;
  readonly amount: number;
  /** Both as exact decimal text. */
  readonly priceText: string;
  readonly amountText: string;
  readonly buyerTakes: boolean;
}

/** A whole number of units as a decimal text: 12345 with 2 decimals is `123.45`. */
function decimal(units: number, decimals: number): string {
  const digits = String(units).padStart(decimals + 1, '0');
  return decimals === 0 ? digits : `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}

interface Part {
  readonly ticks: number;
  readonly units: number;
}

/** The fillers of a plan: pairs as far above its base as below, so that variety changes no sum. */
function fillersOf(plan: Plan, draw: (i: number) => number): readonly Part[] {
  const { fillers, share, base, shift, shifted, low, high } = plan;
  if (fillers === 0) return [];
  const rest = plan.units - share * plan.points.length;
  if (fillers === 1) return [{ ticks: base, units: rest }];
  const whole = Math.floor(shifted / share);
  const left = shifted - whole * share;
  const parts: Part[] = [];
  const plain = fillers - whole - (left > 0 ? 1 : 0) - 1;
  for (let i = 0; i < whole; i += 1) parts.push({ ticks: base + shift, units: share });
  if (left > 0) parts.push({ ticks: base + shift, units: left });
  const span = Math.min(base - low, high - base);
  for (let i = 0; i < plain; i += 1) {
    // A pair shares a distance; the odd one out stays at the base.
    const paired = (i ^ 1) < plain;
    const distance = paired ? Math.floor(span * draw(i >> 1) ** 2) : 0;
    parts.push({ ticks: base + (i % 2 === 0 ? distance : -distance), units: share });
  }
  const used = parts.reduce((sum, part) => sum + part.units, 0);
  return [...parts, { ticks: base, units: rest - used }];
}

/** The given parts in a fixed shuffle. */
function shuffled(parts: readonly Part[], stream: number): readonly Part[] {
  const out = [...parts];
  for (let i = out.length - 1; i > 0; i -= 1) {
    const j = Math.floor(chance(stream, i) * (i + 1));
    const [a, b] = [out[i], out[j]];
    if (a !== undefined && b !== undefined) [out[i], out[j]] = [b, a];
  }
  return out;
}

/**
 * The trades of a candle, oldest first: the first at the open, the last at the close, high and low touched, none beyond;
 * the amounts add up to its base volume, prices times amounts to its quote volume (see `planOf`). As many as `rows` says,
 * or as the prices need.
 */
export function tradesOf(candle: Candle, market: SimulatedMarket, rows: number): readonly Trade[] {
  const stream = streamOf(candle.minute, `trades ${market.venue} ${market.base}/${market.quote}`);
  const plan = planOf(candle, market, rows, chance(stream, 0) < 0.5);
  const { points, share, priceDecimals, amountDecimals } = plan;
  const fillers = shuffled(
    fillersOf(plan, (i) => chance(stream, 1_000_000 + i)),
    stream,
  );
  const count = points.length + fillers.length;
  // The extremes come a third and two thirds of the way; the fillers around them.
  const [first, ...inner] = points;
  if (first === undefined) throw new Error('a candle has at least its open');
  const last = points.length > 1 ? inner.pop() : undefined;
  const third = Math.ceil(fillers.length / 3);
  const at = (ticks: number | undefined): readonly Part[] => (ticks === undefined ? [] : [{ ticks, units: share }]);
  const way = [
    ...at(first),
    ...fillers.slice(0, third),
    ...at(inner[0]),
    ...fillers.slice(third, 2 * third),
    ...at(inner[1]),
    ...fillers.slice(2 * third),
    ...at(last),
  ];
  const total = way.reduce((sum, part) => sum + part.units, 0);
  const step = (MINUTE_MS * 1_000) / count;
  let before = first;
  return way.map(({ ticks, units }, i) => {
    const amount = i === count - 1 ? units + plan.units - total : units;
    const up = ticks === before ? chance(stream, 2_000_000 + i) < 0.5 : ticks > before;
    before = ticks;
    return {
      // Never on the minute's first microsecond: "later than the minute" must not lose a trade of it.
      timeUs:
        candle.minute * MINUTE_MS * 1_000 +
        Math.max(1, Math.floor((i + 0.1 + 0.8 * chance(stream, 3_000_000 + i)) * step)),
      price: ticks / 10 ** priceDecimals,
      amount: amount / 10 ** amountDecimals,
      priceText: decimal(ticks, priceDecimals),
      amountText: decimal(amount, amountDecimals),
      buyerTakes: up,
    };
  });
}
