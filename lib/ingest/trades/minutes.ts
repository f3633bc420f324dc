import { flawOf, type Candle } from '../../domain/candle';
import { minuteAt, type Minute } from '../../domain/minute';
import type { Quarantined } from '../../domain/observation';
import { replyWords } from '../../words/en/replies';
import type { Trade, TradePage } from '../venue/connection';
import { decimalsOf, worthOf } from '../venue/row';
import { Growing, type VolumesOf } from './growing';
import { candleFlawWords } from '../../words/en/candleFlaws';

/** Ids of so many digits are exact as numbers, and compare as such; longer ones compare as text. */
const SAFE_DIGITS = 15;

const orderOf = (id: string): number | string => (/^\d+$/.test(id) && id.length <= SAFE_DIGITS ? Number(id) : id);

/** What a contract's amounts are worth: base where it is linear, quote where it is inverse (the base is then unknown, NaN). */
export const volumesIn =
  (contract: TradePage['contract']): VolumesOf =>
  (amount, worth) => {
    if (contract === undefined) return { baseVolume: amount, quoteVolume: worth };
    return contract.worthIn === 'base'
      ? { baseVolume: worthOf(amount, contract.size), quoteVolume: worthOf(worth, contract.size) }
      : { baseVolume: NaN, quoteVolume: worthOf(amount, contract.size) };
  };

/** The minutes of a market in the making, from pages of trades that follow one another. */
export class GrowingMinutes {
  readonly #growing = new Map<Minute, Growing>();
  readonly #flawed = new Map<Minute, Quarantined[]>();

  constructor(readonly countOf: (raw: unknown) => number) {}

  /** Adds a trade; false: it is there already. One that cannot be read spoils its minute. */
  add(trade: Trade & { readonly id: string }): boolean {
    const minute = minuteAt(trade.ms);
    const count = this.countOf(trade.raw);
    const sound =
      trade.price > 0 &&
      Number.isFinite(trade.price) &&
      trade.amount > 0 &&
      Number.isFinite(trade.amount) &&
      count >= 1;
    const id = orderOf(trade.id);
    const order = { ms: trade.ms, id };
    const growing = this.#growing.get(minute) ?? new Growing(order, trade.price);
    this.#growing.set(minute, growing);
    if (growing.ids.has(id)) return false;
    growing.ids.add(id);
    if (sound) growing.add(order, trade.price, trade.amount, decimalsOf(trade.price), decimalsOf(trade.amount), count);
    else this.#spoil(minute, replyWords.flawedTrade, trade.raw);
    return true;
  }

  #spoil(minute: Minute, reason: string, raw: unknown): void {
    this.#flawed.set(minute, [...(this.#flawed.get(minute) ?? []), { minute, reason, raw: JSON.stringify(raw) }]);
  }

  /** Gives the candles of the minutes in `[from, to)`, ascending, and lets go of every minute before `to`. */
  take(
    from: Minute,
    to: Minute,
    volumesOf: VolumesOf,
  ): { readonly candles: readonly Candle[]; readonly quarantined: readonly Quarantined[] } {
    const candles: Candle[] = [];
    for (const minute of [...this.#growing.keys()].filter((at) => at < to).sort((a, b) => a - b)) {
      const candle = this.#growing.get(minute)?.candle(minute, volumesOf);
      this.#growing.delete(minute);
      if (candle === undefined || minute < from || this.#flawed.has(minute)) continue;
      const flaw = flawOf(candle);
      if (flaw === undefined) candles.push(candle);
      else this.#spoil(minute, candleFlawWords(flaw), candle);
    }
    const quarantined: Quarantined[] = [];
    for (const [minute, rows] of this.#flawed) {
      if (minute >= to) continue;
      this.#flawed.delete(minute);
      if (minute >= from) quarantined.push(...rows);
    }
    return { candles, quarantined };
  }
}
