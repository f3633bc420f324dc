import { CANDLE_FIELDS, ANSWERED, emptyColumns, type Candle, type CandleColumns } from '../../domain/candle';
import { nameOf, type Market, type Source } from '../../domain/market';
import { overlap, union, type Minute, type MinuteRange } from '../../domain/minute';
import type { Answer, Ledger, Provenance, Recorded } from '../../domain/observation';

/** A reply that was heard, for the minutes it speaks of. */
export interface HeardReply extends Pick<Provenance, 'address' | 'receivedAtMs' | 'sha256'> {
  readonly range: MinuteRange;
}

interface Book {
  answered: readonly MinuteRange[];
  readonly candles: Map<Minute, Candle>;
  /** Why a row of a minute could not be used. */
  readonly setAside: Map<Minute, string>;
  readonly replies: HeardReply[];
}

const emptyBook = (): Book => ({ answered: [], candles: new Map(), setAside: new Map(), replies: [] });

/** A ledger in memory: what venues say now, beside the database and never in it. */
export class Heard implements Ledger {
  readonly #books = new Map<string, Book>();

  #of(market: Market, source: Source): Book {
    const key = `${nameOf(market)} ${source}`;
    const book = this.#books.get(key) ?? emptyBook();
    this.#books.set(key, book);
    return book;
  }

  answered(market: Market, source: Source, range: MinuteRange): Promise<readonly MinuteRange[]> {
    return Promise.resolve(this.#of(market, source).answered.flatMap((part) => overlap(part, range) ?? []));
  }

  record(answers: readonly Answer[]): Promise<Recorded> {
    let added = 0;
    for (const { market, source, asked, candles, quarantined, provenance } of answers) {
      const book = this.#of(market, source);
      book.answered = union([...book.answered, asked]);
      for (const candle of candles) book.candles.set(candle.minute, candle);
      for (const { minute, reason } of quarantined) if (minute !== undefined) book.setAside.set(minute, reason);
      for (const { address, receivedAtMs, sha256 } of provenance)
        book.replies.push({ address, receivedAtMs, sha256, range: asked });
      added += candles.length;
    }
    return Promise.resolve({ added, unchanged: 0, revised: 0 });
  }

  /** What was not answered is in the report of who asked. */
  attempted(): Promise<void> {
    return Promise.resolve();
  }

  /** What was heard of a range: its candles as columns, why rows were set aside, and the replies, oldest first. */
  book(
    market: Market,
    source: Source,
    range: MinuteRange,
  ): {
    readonly candles: CandleColumns;
    readonly setAside: ReadonlyMap<Minute, string>;
    readonly replies: readonly HeardReply[];
  } {
    const { answered, candles, setAside, replies } = this.#of(market, source);
    const columns = emptyColumns(range);
    for (const part of answered) {
      const shared = overlap(part, range);
      if (shared !== undefined) columns.answered.fill(ANSWERED.yes, shared.from - range.from, shared.to - range.from);
    }
    for (let slot = 0; slot < columns.answered.length; slot += 1) {
      const minute = (range.from + slot) as Minute;
      const candle = candles.get(minute);
      if (candle !== undefined) for (const field of CANDLE_FIELDS) columns[field][slot] = candle[field];
      else if (setAside.has(minute)) columns.answered[slot] = ANSWERED.setAside;
    }
    return { candles: columns, setAside, replies };
  }
}
