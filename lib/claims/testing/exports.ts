import { MINUTE_MS } from '../../domain/minute';
import { chance, streamOf } from '../../simulator/chance';
import { EVENT_DAY } from './event';
import type { Market } from '../audit/market';
import type { FillBook, FillSide } from '../fill';
import type { FormatId } from '../reading/formats';
import { cents, fraction, less, NOTHING, over, product, sum, type Fraction } from './fractions';

/** What a made file must come to. */
export interface Known {
  readonly fills: number;
  readonly worse: string;
  readonly better: string;
  readonly within: number;
  /** Fills at which the venue had no trade in the analysis' sense, or too few others. */
  readonly unmeasured: number;
  readonly byAsset: Readonly<Record<string, { readonly worse: string; readonly better: string }>>;
  readonly fees: Readonly<Record<string, string>>;
  /** Cumulated to the end of each minute with a fill: sold less bought, at the fills' prices and at the references; null before the first with a figure. */
  readonly curve: readonly {
    readonly minute: number;
    readonly was: string | null;
    readonly atReference: string | null;
  }[];
  /** Lines that cannot be read. */
  readonly flawedLines: readonly number[];
}

export interface Made {
  readonly text: string;
  readonly known: Known;
}

interface Options {
  readonly seed: number;
  readonly fills: number;
  /** Minutes east of UTC of the clock the file is written by. */
  readonly east?: number;
  /** Every so many rows one that nobody can read. */
  readonly flawEvery?: number;
}

const HEADS: Readonly<Partial<Record<FormatId, string>>> = {
  'binance-spot-trades': 'Date(UTC),Pair,Side,Price,Executed,Amount,Fee',
  'binance-futures-trades': 'Time(UTC),Symbol,Side,Position Side,Price,Quantity,Amount,Fee,Realized Profit',
  'okx-trades':
    'id,Order id,Time,Trade Type,Symbol,Action,Amount,Trading Unit,Filled Price,PnL,Fee,Fee Unit,Position Change,Position Balance,Balance Change,Balance,Balance Unit',
  'bybit-derivatives-trades':
    'Market,Filled Type,Filled Quantity,Filled Price,Order Price,Fee Rate,Trading Fee,feeCoin,ExecFeeV2,Direction,Order Type,Trasaction ID,Order No.,Transaction Time(UTC+0)',
};

const BROKEN = ['not-a-time,X', '2025-13-40 99:00:00,,,,,,', '"2025-10-10 21:20:00'];

/** An export in one venue's form of fills at the simulated event's own prices, and what it must come to. */
export function madeExport(
  format: FormatId,
  books: readonly FillBook[],
  market: Market,
  { seed, fills, east = 0, flawEvery = Infinity }: Options,
): Made {
  const head = HEADS[format];
  if (head === undefined) throw new Error(`no export is made in the form ${format}`);
  const stream = streamOf(seed, format);
  let draws = 0;
  const draw = (): number => chance(stream, (draws += 1));
  const lines = [
    ...(format === 'okx-trades'
      ? [`UID:42,Account Type:Main,Time Zone:UTC${east < 0 ? '' : '+'}${String(east / 60)}`]
      : []),
    head,
  ];
  const flawedLines: number[] = [];
  const totals = new Map<string, { worse: Fraction; better: Fraction }>();
  const [all, fees] = [{ worse: NOTHING, better: NOTHING }, new Map<string, Fraction>()];
  const steps = new Map<number, { was: Fraction; money: Fraction; isMeasured: boolean }>();
  let [within, unmeasured] = [0, 0];
  for (let made = 0; made < fills;) {
    const book = books[Math.floor(draw() * books.length)] as FillBook;
    const minute = EVENT_DAY.from + 20 * 60 + Math.floor(draw() * 240);
    const found = market.at(book, minute as never);
    if (found === undefined || found === 'not-stored') throw new Error('outside the event');
    const { day, row } = found;
    const [rate, low, high] = [day.series.rate?.[row] ?? NaN, day.series.low[row] ?? NaN, day.series.high[row] ?? NaN];
    if (Number.isNaN(low)) continue;
    const price = priceIn(low / rate, high / rate, draw());
    if (Number(price) * rate < low || Number(price) * rate > high) continue;
    const side: FillSide = draw() < 0.7 ? 'sell' : 'buy';
    const isInverse = book.venue === ('binancecoinm' as never);
    const quantity = isInverse ? String(1 + Math.floor(draw() * 5_000)) : (draw() * 1_000 + 0.001).toFixed(3);
    const second = String(Math.floor(draw() * 60)).padStart(2, '0');
    const fee = (draw() * 3).toFixed(8);
    const clock = new Date((minute + east) * MINUTE_MS).toISOString().slice(0, 17).replace('T', ' ') + second;
    lines.push(rowOf(format, book, { clock, side, price, quantity, fee, id: made }));
    made += 1;
    const currency = feeCoin(format, book);
    fees.set(currency, sum(fees.get(currency) ?? NOTHING, fraction(fee)));
    // What the audit must find, from the analysis' own columns: reference, rate, uncertainty.
    const reference = (side === 'sell' ? day.series.referenceLow : day.series.referenceHigh)?.[row] ?? NaN;
    const step = steps.get(minute) ?? { was: NOTHING, money: NOTHING, isMeasured: false };
    steps.set(minute, step);
    if (day.series.missing[row] !== 0) unmeasured += 1;
    else {
      const usd = product(fraction(price), fraction(String(rate)));
      const apart = Math.abs((Number(price) * rate) / reference - 1);
      const uncertainty = day.series.uncertainty[row] ?? NaN;
      if (!(apart - uncertainty >= 0)) within += 1;
      else {
        const difference = sum(fraction(String(reference)), less(usd));
        const size = isInverse
          ? over(product(fraction(quantity), fraction(book.base === 'BTC' ? '100' : '10')), fraction(price))
          : fraction(quantity);
        const money = product(side === 'sell' ? difference : less(difference), size);
        const value = product(usd, size);
        step.was = sum(step.was, side === 'sell' ? value : less(value));
        step.money = sum(step.money, money);
        step.isMeasured = true;
        const own = totals.get(book.base) ?? { worse: NOTHING, better: NOTHING };
        const key = money.top > 0n ? 'worse' : 'better';
        own[key] = sum(own[key], money);
        all[key] = sum(all[key], money);
        totals.set(book.base, own);
      }
    }
    if (made % flawEvery === 0) {
      flawedLines.push(lines.length + 1);
      lines.push(BROKEN[(made / flawEvery) % BROKEN.length] as string);
    }
  }
  return {
    text: `\uFEFF${lines.join('\r\n')}\r\n`,
    known: {
      fills,
      worse: cents(all.worse),
      better: cents(all.better),
      within,
      unmeasured,
      byAsset: Object.fromEntries(
        [...totals].map(([asset, { worse, better }]) => [asset, { worse: cents(worse), better: cents(better) }]),
      ),
      fees: Object.fromEntries([...fees].map(([currency, amount]) => [currency, cents(amount)])),
      curve: curveOf(steps),
      flawedLines,
    },
  };
}

function curveOf(
  steps: ReadonlyMap<number, { readonly was: Fraction; readonly money: Fraction; readonly isMeasured: boolean }>,
): Known['curve'] {
  let [was, money, isBegun] = [NOTHING, NOTHING, false];
  return [...steps]
    .sort(([a], [b]) => a - b)
    .map(([minute, step]) => {
      was = sum(was, step.was);
      money = sum(money, step.money);
      isBegun ||= step.isMeasured;
      return isBegun
        ? { minute, was: cents(was), atReference: cents(sum(was, money)) }
        : { minute, was: null, atReference: null };
    });
}

/** A price of six significant digits inside a candle, at its low or its high now and then. */
function priceIn(low: number, high: number, share: number): string {
  if (share < 0.1) return String(low);
  if (share > 0.9) return String(high);
  return String(Number((low + (high - low) * share).toPrecision(6)));
}

interface MadeFill {
  readonly clock: string;
  readonly side: FillSide;
  readonly price: string;
  readonly quantity: string;
  readonly fee: string;
  readonly id: number;
}

const feeCoin = (format: FormatId, { base, quote }: FillBook): string =>
  format === 'binance-futures-trades' ? '' : format === 'binance-spot-trades' ? base : quote;

function rowOf(
  format: FormatId,
  { base, quote, venue }: FillBook,
  { clock, side, price, quantity, fee, id }: MadeFill,
): string {
  const word = side.toUpperCase();
  switch (format) {
    case 'binance-spot-trades':
      return `${clock},${base}${quote},${word},${price},${quantity}${base},"${(Number(price) * Number(quantity)).toLocaleString('en-US')}${quote}",${fee}${base}`;
    case 'binance-futures-trades':
      return `${clock},${base}${quote}${venue === ('binancecoinm' as never) ? '_PERP' : ''},${word},BOTH,${price},${quantity},0,${fee},0`;
    case 'okx-trades':
      return `${String(id)},1,${clock},Spot,${base}-${quote},${side === 'sell' ? 'Sell' : 'Buy'},${quantity},${base},${price},0,${fee},${quote},0,0,0,0,${base}`;
    default:
      return `${base}${quote},Trade,${quantity},${price},${price},0.00055,${fee},${quote},${fee},${side === 'sell' ? 'Short' : 'Long'},Market, t-${String(id)}, o,${clock}`;
  }
}
