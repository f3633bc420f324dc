import type { Candle } from '../../domain/candle';
import type { Minute } from '../../domain/minute';
import { ExactSum, scaled } from './exactSum';

/** A trade's place in the order of trades: by time, then by id (as numbers where both are), then as the file has them. */
export interface TradeOrder {
  readonly ms: number;
  readonly id: number | bigint | string | undefined;
}

function comesBefore(a: TradeOrder, b: TradeOrder): boolean {
  if (a.ms !== b.ms) return a.ms < b.ms;
  if (a.id === undefined || b.id === undefined) return false;
  return typeof a.id === 'string' || typeof b.id === 'string' ? String(a.id) < String(b.id) : a.id < b.id;
}

/** The volumes of a minute, from the sums of its trades' amounts and of price times amount. */
export type VolumesOf = (
  amount: number,
  worth: number,
) => { readonly baseVolume: number; readonly quoteVolume: number };

/** One minute in the making: the only place where trades become a candle. */
export class Growing {
  #first: TradeOrder;
  #last: TradeOrder;
  #open: number;
  #close: number;
  #high: number;
  #low: number;
  readonly #amount = new ExactSum();
  readonly #worth = new ExactSum();
  #trades = 0;
  /** The ids of its trades, kept by whoever adds them: a trade sent twice counts once. */
  readonly ids = new Set<number | bigint | string>();

  constructor(at: TradeOrder, price: number) {
    this.#first = at;
    this.#last = at;
    this.#open = price;
    this.#close = price;
    this.#high = price;
    this.#low = price;
  }

  /** Decimals: those the two are written with. `count`: how many trades this stands for, where a venue puts several at one price into one row. */
  add(at: TradeOrder, price: number, amount: number, priceDecimals: number, amountDecimals: number, count = 1): void {
    if (comesBefore(at, this.#first)) {
      this.#first = at;
      this.#open = price;
    }
    if (!comesBefore(at, this.#last)) {
      this.#last = at;
      this.#close = price;
    }
    if (price > this.#high) this.#high = price;
    if (price < this.#low) this.#low = price;
    const units = scaled(amount, amountDecimals);
    this.#amount.add(units, 1, amountDecimals);
    this.#worth.add(scaled(price, priceDecimals), units, priceDecimals + amountDecimals);
    this.#trades += count;
  }

  /** Sums are those of the decimals the trades were written with, exactly, so that the order of adding leaves no trace. */
  candle(minute: Minute, volumesOf: VolumesOf): Candle {
    const [amount, worth] = [this.#amount.value(), this.#worth.value()];
    return {
      minute,
      open: this.#open,
      high: this.#high,
      low: this.#low,
      close: this.#close,
      trades: this.#trades,
      ...volumesOf(amount, worth),
    };
  }
}
