import { chance, streamOf } from '../chance';
import { CLAIMED_ACCOUNT as PUBLISHED } from '../../domain/events/claimedAccount';
import { RECONSTRUCTED as MARK } from '../../domain/events/reconstructed';
import { POSITIONS, SEED } from './account';

/** A sale of the example. Money in whole USDT, so that the sums are those published to the last digit. */
export interface ExampleFill {
  readonly symbol: string;
  /** `2025-10-10 21:16:07`, UTC. */
  readonly time: string;
  readonly price: string;
  readonly quantity: string;
  readonly loss: number;
}

/** Of a loss, a share for each fill: whole USDT that add up to it. */
function sharesOf(loss: number, parts: number, stream: number): readonly number[] {
  const weights = Array.from({ length: parts }, (_, i) => 0.5 + chance(stream, i));
  const sum = weights.reduce((a, b) => a + b);
  const shares = weights.slice(1).map((weight) => Math.round((loss * weight) / sum));
  return [loss - shares.reduce((a, b) => a + b), ...shares];
}

const ticks = (price: string, decimals: number): number => Math.round(Number(price) * 10 ** decimals);

/** Every fill, by time. */
export function exampleFills(): readonly ExampleFill[] {
  return POSITIONS.flatMap(({ asset, symbol, entry, priceDecimals, quantityDecimals, fills }) => {
    const [shares, seconds] = [streamOf(SEED, `${asset} shares`), streamOf(SEED, `${asset} seconds`)];
    const losses = sharesOf(PUBLISHED.losses[asset], fills.length, shares);
    return fills.map(({ clock, price }, i): ExampleFill => {
      const loss = losses[i] as number;
      const apart = ticks(entry, priceDecimals) - ticks(price, priceDecimals);
      const steps = (loss * 10 ** (priceDecimals + quantityDecimals)) / apart;
      if (!Number.isInteger(steps))
        throw new RangeError(`${symbol} ${price}: ${String(loss)} USDT are no whole quantity`);
      const second = String(Math.floor(60 * chance(seconds, i))).padStart(2, '0');
      return {
        symbol,
        time: `2025-10-10 ${clock}:${second}`,
        price,
        quantity: (steps / 10 ** quantityDecimals).toFixed(quantityDecimals),
        loss,
      };
    });
  }).toSorted((a, b) => (a.time < b.time ? -1 : a.time > b.time ? 1 : 0));
}

const HEAD = 'Time(UTC),Symbol,Side,Position Side,Price,Quantity,Amount,Fee,Realized Profit,Reconstructed';
const ROW_SAYS = `${MARK}; invented: book; time; side; price; quantity; amount; this row's profit. Published: the sum of profits of its symbol`;

/** A file with the columns of an export of USD-M trades, which says in its first lines and in each row that it is none. */
export function fillsText(): string {
  return [
    `${MARK} - no exchange exported this file - see docs/worked-example.md`,
    `Published by claimants: loss on DOGE about ${String(PUBLISHED.losses.DOGE)} USDT - on XRP ${String(PUBLISHED.losses.XRP)} USDT - all else is invented`,
    HEAD,
    ...exampleFills().map(({ symbol, time, price, quantity, loss }) =>
      [time, symbol, 'SELL', 'LONG', price, quantity, amountOf(price, quantity), '', `-${String(loss)}`, ROW_SAYS].join(
        ',',
      ),
    ),
    '',
  ].join('\n');
}

/** Price × quantity, exactly. */
function amountOf(price: string, quantity: string): string {
  const decimals = (text: string): number => (text.includes('.') ? text.length - text.indexOf('.') - 1 : 0);
  const places = decimals(price) + decimals(quantity);
  const digits = (BigInt(price.replace('.', '')) * BigInt(quantity.replace('.', '')))
    .toString()
    .padStart(places + 1, '0');
  return places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`;
}
