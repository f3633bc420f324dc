import { assetAt } from '../../domain/asset';
import type { Venue } from '../../domain/market';
import { minuteAt, MINUTE_MS, MINUTES_PER_DAY } from '../../domain/minute';
import { decimalIn, isPositive, isZero, negated, quotient, times, type Decimal } from '../../domain/decimal';
import type { Fee, Fill, FillBook, FillSide, Flag, Flaw, Row } from '../fill';
import { formatOf, type Layout, type Said } from './layout';
import { cellsOf, type Line } from './lines';
import { bookIn, contractSizeOf } from './symbols';
import { timeIn } from './times';
import { NEEDED, type Role } from './roles';

/** Cells and lines are shown up to so many characters. */
const MOST_SHOWN = 120;

/** `Buy`, `SELL`, Bybit's `Long` (a purchase), and `Close Long` (a sale). */
const SIDES: Readonly<Record<string, FillSide>> = {
  buy: 'buy',
  sell: 'sell',
  b: 'buy',
  s: 'sell',
  long: 'buy',
  short: 'sell',
  open_long: 'buy',
  close_short: 'buy',
  open_short: 'sell',
  close_long: 'sell',
  buy_long: 'buy',
  buy_short: 'buy',
  sell_long: 'sell',
  sell_short: 'sell',
};

/** Rows of exports of fills that are something else. */
const NO_FILL =
  /^(funding|settle(?:ment)?|delivery|transfer(?:in|out| in| out)?|deposit|withdrawal?|interest|convert)$/i;
/** How exports write that an order was filled, or a part of it. */
const FILLED = /^(filled|partially.?filled|partial|done|completed?|closed|executed)$/i;
/**
 * Liquidations: Bybit writes `Liquidation` or `BustTrade`, OKX `liquidation` in its type, Binance's order type is `LIQUIDATION` and its order's
 * own id begins with `autoclose-`; auto-deleveraging is `adl_autoclose` there (https://developers.binance.com/docs/derivatives, Order Update).
 */
const LIQUIDATION = /liquidat|^autoclose-|busttrade|^bust$/i;
const ADL = /^adl|auto.?deleverag/i;
const CONTRACTS = /^(cont|conts|contract|contracts)$/i;

const shown = (text: string): string => (text.length > MOST_SHOWN ? `${text.slice(0, MOST_SHOWN)}…` : text);

/** Reads the rows of one file: fills, what is none, and what is wrong with a row. Nothing is left out. */
export class Rows {
  readonly #format;
  readonly #books = new Map<string, Resolved>();
  readonly #zone: number | undefined;

  /** `file`: its name, which is the account's too where neither a row nor a line before the head says one. */
  constructor(
    readonly layout: Layout,
    readonly said: Said,
    readonly file: string,
  ) {
    this.#format = formatOf(layout);
    this.#zone = said.zone ?? layout.zone?.east;
  }

  /** undefined: the line is the head, or stands before it. */
  row(line: Line): Row | undefined {
    if (line.number <= this.layout.headLine) return undefined;
    const cells = cellsOf(line.text, this.layout.delimiter);
    if (cells === undefined) return flawed(line, 'quotes', line.text);
    const { columns } = this.layout;
    const cell = (role: Role): string | undefined => {
      const at = columns[role];
      return at === undefined ? undefined : cells[at];
    };
    const words = [cell('flag'), cell('client-id')].map((text) => text ?? '');
    const other = [...words, cell('side') ?? ''].find((text) => NO_FILL.test(text)) ?? notFilled(cell('status'));
    if (other !== undefined) return { kind: 'other', line: line.number, what: shown(other) };
    if (NEEDED.some((role) => cell(role) === undefined)) return flawed(line, 'cells', line.text);
    return this.#fill(line, cell, words);
  }

  #fill(line: Line, cell: (role: Role) => string | undefined, words: readonly string[]): Row {
    const timeText = cell('time') ?? '';
    const time = timeIn(timeText);
    if (time === undefined) return flawed(line, 'time', timeText);
    const zone = this.said.zone !== undefined && time.zone === undefined ? this.said.zone : (time.zone ?? this.#zone);
    if (zone === undefined) return flawed(line, 'zone', timeText);
    const atMs = time.ms - zone * MINUTE_MS;
    if (atMs < 0) return flawed(line, 'time', timeText);
    const symbol = cell('symbol') ?? '';
    if (symbol === '') return flawed(line, 'symbol', line.text);
    const side = SIDES[(cell('side') ?? '').toLowerCase().replaceAll(' ', '_')];
    if (side === undefined) return flawed(line, 'side', cell('side') ?? '');
    const price = decimalIn(amountIn(cell('price') ?? '').number);
    const quantity = amountIn(cell('quantity') ?? '');
    const size = decimalIn(quantity.number);
    // A cancelled order says 0 for both.
    if (this.layout.isOrders && size !== undefined && isZero(size))
      return { kind: 'other', line: line.number, what: shown(nonEmpty(cell('status')) ?? cell('quantity') ?? '') };
    if (price === undefined || !isPositive(price)) return flawed(line, 'price', cell('price') ?? '');
    if (size === undefined || isZero(size)) return flawed(line, 'quantity', cell('quantity') ?? '');
    const fee = feeIn(cell('fee'), cell('fee-coin'));
    if (fee === 'flawed') return flawed(line, 'fee', cell('fee') ?? '');
    const resolved = this.#bookOf(symbol, quantity.unit, atMs);
    // Some exports count what was sold below 0.
    const positive = isPositive(size) ? size : negated(size);
    return {
      kind: 'fill',
      file: this.file,
      line: line.number,
      atMs,
      zone,
      isFixed: time.zone !== undefined,
      account: this.said.account ?? nonEmpty(cell('account')) ?? this.layout.account ?? this.file,
      symbol: shown(symbol),
      side,
      price,
      fee,
      flag: flagOf(words),
      isOrder: this.layout.isOrders,
      ...inBase(resolved, positive, price, cell('unit') ?? ''),
    };
  }

  /** A ticker may mean another asset from some day on. */
  #bookOf(symbol: string, unit: string | undefined, atMs: number): Resolved {
    const key = `${symbol} ${unit ?? ''} ${String(Math.floor(atMs / (MINUTE_MS * MINUTES_PER_DAY)))}`;
    const known = this.#books.get(key);
    if (known !== undefined) return known;
    const made = this.#resolve(symbol, unit, atMs);
    this.#books.set(key, made);
    return made;
  }

  #resolve(symbol: string, unit: string | undefined, atMs: number): Resolved {
    const own = this.#format?.book(symbol);
    const venue = this.said.venue ?? own?.venue;
    const kind = this.said.kind ?? own?.kind;
    if (venue === undefined || kind === undefined) return { book: undefined, contract: undefined };
    const found = bookIn(symbol, kind);
    // `500DOGE` of DOGEBTC: the file itself says where the base ends.
    const named =
      found !== undefined && unit !== undefined && unit !== found.base && symbol.toUpperCase().startsWith(unit)
        ? {
            ...found,
            base: unit,
            quote: symbol
              .toUpperCase()
              .slice(unit.length)
              .replace(/^[-_/]/, ''),
          }
        : found;
    if (named === undefined) return { book: undefined, contract: undefined };
    const base = assetOf(venue, named.base, atMs);
    return {
      book: base === undefined ? undefined : { ...named, venue, base },
      contract:
        kind === 'spot'
          ? undefined
          : (this.said.contracts?.get(shown(symbol)) ?? this.said.contract ?? contractSizeOf(venue, named)),
    };
  }
}

interface Resolved {
  /** undefined: nobody knows the symbol. */
  readonly book: FillBook | undefined;
  readonly contract: Said['contract'];
}

/** The quantity in the base, and the book, as far as they are known. */
function inBase(
  { book, contract }: Resolved,
  quantity: Decimal,
  price: Decimal,
  unit: string,
): Pick<Fill, 'book' | 'quantity' | 'contracts' | 'unusable'> {
  const inContracts = CONTRACTS.test(unit);
  if (book === undefined)
    return { book, quantity, contracts: inContracts ? quantity : undefined, unusable: 'unknown-symbol' };
  // Where the row says that it counts something else, no contract is converted.
  if (contract !== undefined && (inContracts || unit === '')) {
    const worth = times(quantity, contract.size);
    const base = contract.of === 'base' ? worth : quotient(worth, price);
    return { book, contracts: quantity, quantity: base, unusable: undefined };
  }
  return inContracts
    ? { book, contracts: quantity, quantity, unusable: 'contract-size' }
    : { book, contracts: undefined, quantity, unusable: undefined };
}

/** What the venue's ticker meant then; undefined: the registry knows several coins of that name, or none there and then. */
function assetOf(venue: Venue, ticker: string, atMs: number): string | undefined {
  const meaning = assetAt(venue, ticker, minuteAt(atMs));
  return meaning.kind === 'known' || meaning.kind === 'plain' ? meaning.asset : undefined;
}

const nonEmpty = (text: string | undefined): string | undefined => (text === '' ? undefined : text);

const flawed = (line: Line, flaw: Flaw, text: string): Row => ({
  kind: 'flawed',
  line: line.number,
  flaw,
  text: shown(text),
});

/** What an order's state is called where nothing of it was filled. */
const notFilled = (status: string | undefined): string | undefined =>
  status === undefined || status === '' || FILLED.test(status) || /cancel|expire/i.test(status) ? undefined : status;

function flagOf(words: readonly string[]): Flag | undefined {
  if (words.some((word) => ADL.test(word))) return 'adl';
  return words.some((word) => LIQUIDATION.test(word)) ? 'liquidation' : undefined;
}

/** `500DOGE`, `0.5 BTC`, `1,200.00`: the number and the unit behind it. */
function amountIn(text: string): { readonly number: string; readonly unit: string | undefined } {
  const match = /^([+-]?[\d.,]+(?:[eE][+-]?\d+)?)\s*([A-Za-z][A-Za-z0-9]*|\d+[A-Za-z][A-Za-z0-9]*)?$/.exec(text);
  return match === null ? { number: text, unit: undefined } : { number: match[1] ?? '', unit: match[2]?.toUpperCase() };
}

/** A fee, in the unit behind it or of its own column; undefined: the export has none for the row. */
function feeIn(text: string | undefined, coin: string | undefined): Fee | undefined | 'flawed' {
  if (text === undefined || text === '' || text === '--' || text === '-') return undefined;
  const { number, unit } = amountIn(text);
  const amount = decimalIn(number);
  return amount === undefined ? 'flawed' : { amount, currency: unit ?? nonEmpty(coin)?.toUpperCase() };
}
