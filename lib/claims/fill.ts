import type { Kind, Venue } from '../domain/market';
import type { Decimal } from '../domain/decimal';

export type FillSide = 'sell' | 'buy';

/** What an export says of how a fill came about, beyond the account's own order. */
export type Flag = 'liquidation' | 'adl';

/** Why a fill cannot be compared, whatever is stored. */
export type Unusable =
  | 'unknown-symbol'
  /** Its quantity counts contracts of a size that is not known. */
  | 'contract-size';

/** What was paid, in the currency that the export names; undefined: it names none. */
export interface Fee {
  readonly amount: Decimal;
  readonly currency: string | undefined;
}

/** The book that a fill is of, in our venue's and the venue's own ticker. */
export interface FillBook {
  readonly venue: Venue;
  readonly base: string;
  readonly quote: string;
  readonly kind: Kind & ('spot' | 'perp');
}

/** `binancecoinm ATOM/USD perp`: one book, one key. */
export const bookKey = ({ venue, base, quote, kind }: FillBook): string => `${venue} ${base}/${quote} ${kind}`;

/** One fill, or one order that was filled at an average price, as its account's export has it. */
export interface Fill {
  readonly kind: 'fill';
  readonly file: string;
  readonly line: number;
  /** Milliseconds since 1970, in UTC by the zone of the reading. */
  readonly atMs: number;
  /** Minutes east of UTC that `atMs` was read by. */
  readonly zone: number;
  /** Whether the row names its own instant, so that no choice of a zone moves it. */
  readonly isFixed: boolean;
  readonly account: string;
  /** As the file has it. */
  readonly symbol: string;
  readonly book: FillBook | undefined;
  readonly side: FillSide;
  /** Quote per base. */
  readonly price: Decimal;
  /** In units of the base; of contracts of a known size converted at the fill's own price. */
  readonly quantity: Decimal;
  /** As the file has it, where it counts contracts. */
  readonly contracts: Decimal | undefined;
  readonly fee: Fee | undefined;
  /** The cell of a fee that could not be read; then there was one, and nobody knows how much. */
  readonly unreadFee: string | undefined;
  readonly flag: Flag | undefined;
  /** An order's average price over all its fills, at the time that its row has. */
  readonly isOrder: boolean;
  readonly unusable: Unusable | undefined;
  /** The venue's own id of the trade, as the file has it; undefined: the file has none. */
  readonly tradeId: string | undefined;
  /** The id of the order that it is of, or that it is. */
  readonly orderId: string | undefined;
  /** The file ends in it without a line end: its last value is read, and may be the beginning of another. */
  readonly mayBeCut: boolean;
}

/** What is wrong with a row: the role of the cell, or the row itself. With `fee` the fill counts, and its fee alone is not known; with `conflict` it could be read, and another of the same trade id says something else. */
export type Flaw =
  | 'too-long'
  | 'encoding'
  | 'quotes'
  | 'cells'
  | 'time'
  | 'zone'
  | 'symbol'
  | 'side'
  | 'price'
  | 'quantity'
  | 'fee'
  | 'conflict';

/** A row that could not be read; listed, never dropped. */
export interface FlawedRow {
  readonly kind: 'flawed';
  readonly line: number;
  readonly flaw: Flaw;
  /** The cell, or the line, cut to what can be shown. */
  readonly text: string;
}

/** A row that is no fill: an order that was not filled, funding, a transfer. Counted by what the file calls it. */
export interface OtherRow {
  readonly kind: 'other';
  readonly line: number;
  readonly what: string;
}

export type Row = Fill | FlawedRow | OtherRow;
