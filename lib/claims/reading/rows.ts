import { plainLine } from '../../domain/plainLine';
import { assetAt } from '../../domain/asset';
import type { Venue } from '../../domain/market';
import { minuteAt, MINUTE_MS, MINUTES_PER_DAY } from '../../domain/minute';
import { isZero, quotient, times, type Decimal } from '../../domain/decimal';
import type { Fee, Fill, FillBook, FillSide, Flag, Flaw, Row } from '../fill';
import { amountIn, isFee, isPrice, isQuantity, isWorth, numberIn, signsOf, type Amount, type Signs } from './amounts';
import { formatOf, type Layout, type Said } from './layout';
import { isDamaged } from './encoding';
import { mayBeCutOff, type Line } from './lines';
import { CsvRows, type CsvRow } from './records';
import { hasUnseen, shown } from './shown';
import { bookIn, contractSizeOf } from './symbols';
import { isTradingTime, timeIn } from './times';
import { NEEDED, plainName, ROLE_NAMES, type Role } from './roles';

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
/** What is another value of the same kind when its end is cut off. */
const CUT_UNSEEN = ['price', 'quantity', 'fee', 'trade-id', 'order-id'] as const satisfies readonly Role[];
const CONTRACTS = /^(cont|conts|contract|contracts)$/i;

/** Reads the rows of one file: fills, what is none, and what is wrong with a row. Nothing is left out. */
export class Rows {
  readonly #format;
  readonly #books = new Map<string, Resolved>();
  readonly #csv: CsvRows;
  readonly #zone: number | undefined;
  /** Cells that a whole row has. */
  readonly #width: number;
  /** Whether what its last cell says is read. */
  readonly #endsInFigure: boolean;
  /** Behind the head of another export: nothing is read by this one's columns. */
  #isOther = false;

  /** `file`: its name, which is the account's too where neither a row nor a line before the head says one. */
  constructor(
    readonly layout: Layout,
    readonly said: Said,
    readonly file: string,
  ) {
    this.#format = formatOf(layout);
    this.#zone = said.zone ?? layout.zone?.east;
    this.#csv = new CsvRows(layout.delimiter, layout.head.length);
    this.#width = layout.head.findLastIndex((name) => name !== '') + 1;
    this.#endsInFigure = CUT_UNSEEN.some((role) => layout.columns[role] === this.#width - 1);
  }

  /** The rows that a line completes. The head, what stands before it, and rows of empty cells alone are none. */
  take(line: Line): readonly Row[] {
    return line.number <= this.layout.headLine ? [] : this.#csv.take(line).flatMap((row) => this.#row(row) ?? []);
  }

  /** Rows that no line completed. */
  end(): readonly Row[] {
    return this.#csv.end().flatMap((row) => this.#row(row) ?? []);
  }

  #row({ line, cells: read }: CsvRow): Row | undefined {
    if (line.isCut) return flawed(line, 'too-long', line.text);
    if (isDamaged(line.text)) return flawed(line, 'encoding', line.text);
    if (read === undefined) return flawed(line, 'quotes', line.text);
    // Of a file that was laid behind another the mark at its beginning is left.
    const cells = line.text.startsWith('\uFEFF') ? [(read[0] ?? '').replace('\uFEFF', ''), ...read.slice(1)] : read;
    if (cells.every((text) => text === '')) return undefined;
    const { columns, head } = this.layout;
    // Files that were laid one behind the other have a head in their middle; no time begins with a letter.
    const time = columns.time ?? -1;
    if (!/^\d/.test(cells[time] ?? '')) {
      const isOwn = cells.every((text, at) => text === (head[at] ?? ''));
      if (isOwn || isHead(cells)) this.#isOther = !isOwn;
      if (isOwn) return { kind: 'other', line: line.number, what: shown(head[time] ?? '') };
    }
    if (this.#isOther) return flawed(line, 'cells', line.text);
    const cell = (role: Role): string | undefined => {
      const at = columns[role];
      return at === undefined ? undefined : cells[at];
    };
    const words = [cell('flag'), cell('client-id')].map((text) => text ?? '');
    const other = [...words, cell('side') ?? ''].find((text) => NO_FILL.test(text)) ?? notFilled(cell('status'));
    if (other !== undefined) return { kind: 'other', line: line.number, what: shown(other) };
    // A row that was cut off ends in a part of a number, and one with more cells has its numbers elsewhere.
    if (cells.length < this.#width || cells.slice(head.length).some((text) => text !== ''))
      return flawed(line, 'cells', line.text);
    return this.#fill(line, cell, words);
  }

  #fill(line: Line, cell: (role: Role) => string | undefined, words: readonly string[]): Row {
    const timeText = cell('time') ?? '';
    const time = timeIn(timeText);
    if (time === undefined) return flawed(line, 'time', timeText);
    const zone = this.said.zone !== undefined && time.zone === undefined ? this.said.zone : (time.zone ?? this.#zone);
    if (zone === undefined) return flawed(line, 'zone', timeText);
    const atMs = time.ms - zone * MINUTE_MS;
    if (!isTradingTime(atMs)) return flawed(line, 'time', timeText);
    const symbol = cell('symbol') ?? '';
    if (symbol === '' || hasUnseen(symbol)) return flawed(line, 'symbol', line.text);
    const side = SIDES[(cell('side') ?? '').toLowerCase().replaceAll(' ', '_')];
    if (side === undefined) return flawed(line, 'side', cell('side') ?? '');
    const ofPrice = amountIn(cell('price') ?? '', symbol);
    const ofQuantity = amountIn(cell('quantity') ?? '', symbol);
    const ofFee = amountIn(cell('fee') ?? '', symbol);
    const signs = signsOf([ofPrice.number, ofQuantity.number, ofFee.number]);
    const price = numberIn(ofPrice.number, signs);
    const size = numberIn(ofQuantity.number, signs);
    // A cancelled order says 0 for both.
    if (this.layout.isOrders && size !== undefined && isZero(size))
      return { kind: 'other', line: line.number, what: shown(nonEmpty(cell('status')) ?? cell('quantity') ?? '') };
    const isInQuote = ofPrice.unit === undefined || symbol.toUpperCase().includes(ofPrice.unit);
    if (price === undefined || !isPrice(price) || !isInQuote) return flawed(line, 'price', cell('price') ?? '');
    const isNamed = isUnitOf(ofQuantity.unit ?? '', symbol) && isUnitOf(cell('unit') ?? '', symbol);
    // No export that is known writes the side as a sign: a quantity below 0 says what nobody can know.
    if (size === undefined || !isQuantity(size) || !isNamed) return flawed(line, 'quantity', cell('quantity') ?? '');
    const unit = nonEmpty(cell('unit')) ?? (CONTRACTS.test(ofQuantity.unit ?? '') ? ofQuantity.unit : undefined);
    const counted = inBase(this.#bookOf(symbol, ofQuantity.unit, atMs), size, price, unit ?? '');
    if (!isQuantity(counted.quantity) || !isWorth(price, counted.quantity))
      return flawed(line, 'quantity', cell('quantity') ?? '');
    const fee = feeIn(cell('fee'), ofFee, cell('fee-coin'), signs);
    return {
      kind: 'fill',
      file: this.file,
      line: line.number,
      atMs,
      zone,
      isFixed: time.zone !== undefined,
      account: this.said.account ?? shownName(cell('account')) ?? this.layout.account ?? this.file,
      symbol: shown(symbol),
      side,
      price,
      fee: fee === 'unread' ? undefined : fee,
      unreadFee: fee === 'unread' ? shown(cell('fee') ?? '') : undefined,
      flag: flagOf(words),
      isOrder: this.layout.isOrders,
      tradeId: idIn(cell('trade-id')),
      orderId: idIn(cell('order-id')),
      mayBeCut: this.#endsInFigure && mayBeCutOff(line),
      ...counted,
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
    const found = bookIn({ text: symbol, kind, venue, unit, atMs });
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

/** Whether cells name the columns of fills. */
function isHead(cells: readonly string[]): boolean {
  const names = cells.map(plainName);
  return NEEDED.every((role) => ROLE_NAMES[role].some((name) => names.includes(name)));
}

const shownName = (text: string | undefined): string | undefined =>
  text === undefined || text === '' ? undefined : plainLine(text);
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

/** `-` and `0` stand for none. */
const idIn = (text: string | undefined): string | undefined =>
  text === undefined || /^[-0]*$/.test(text) ? undefined : text;

/** Whether a quantity in this unit is one of the base, or of contracts: of any other its price says nothing. */
const isUnitOf = (unit: string, symbol: string): boolean =>
  unit === '' || CONTRACTS.test(unit) || symbol.toUpperCase().startsWith(unit.toUpperCase());

/** A fee, in the unit behind it or of its own column; undefined: the export has none for the row. `unread`: it has one that is no number. */
function feeIn(
  text: string | undefined,
  { number, unit }: Amount,
  coin: string | undefined,
  signs: Signs,
): Fee | undefined | 'unread' {
  if (text === undefined || text === '' || text === '--' || text === '-') return undefined;
  const amount = numberIn(number, signs);
  return amount === undefined || !isFee(amount)
    ? 'unread'
    : { amount, currency: unit ?? shownName(coin)?.toUpperCase() };
}
