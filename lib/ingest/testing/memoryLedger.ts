import { CANDLE_FIELDS, type Candle } from '../../domain/candle';
import { nameOf, type Market, type Source } from '../../domain/market';
import { overlap, union, type Minute, type MinuteRange } from '../../domain/minute';
import type { Answer, Attempt, Ledger, Quarantined, Recorded } from '../../domain/observation';

interface AskedBook {
  readonly asked: readonly MinuteRange[];
  readonly candles: ReadonlyMap<Minute, Candle>;
}

export interface MemoryLedger extends Ledger {
  /** What was asked for and not answered, oldest first. */
  readonly attempts: readonly Attempt[];
  readonly answers: readonly Answer[];
  book(market: Market, source?: Source): AskedBook;
  quarantined(): readonly Quarantined[];
  /** Everything stored, as text: equal for equal contents. */
  contents(): string;
}

/** A ledger for tests: keeps answers in memory and holds them to their promise (inside `asked`, ascending, unflawed). */
export function memoryLedger(fault?: (answers: readonly Answer[]) => void): MemoryLedger {
  const answers: Answer[] = [];
  const attempts: Attempt[] = [];
  const books = new Map<string, { asked: readonly MinuteRange[]; candles: Map<Minute, Candle> }>();
  const keyOf = (market: Market, source: Source): string => `${nameOf(market)} ${source}`;
  /** The book, or an empty one that is not kept: a question stores nothing. */
  const bookOf = (market: Market, source: Source): { asked: readonly MinuteRange[]; candles: Map<Minute, Candle> } =>
    books.get(keyOf(market, source)) ?? { asked: [], candles: new Map<Minute, Candle>() };
  return {
    answers,
    attempts,
    attempted: (more) => {
      attempts.push(...more);
      return Promise.resolve();
    },
    book: (market, source = 'simulated') => bookOf(market, source),
    quarantined: () => answers.flatMap((answer) => answer.quarantined),
    contents: () =>
      JSON.stringify(
        [...books]
          .sort(([a], [b]) => (a < b ? -1 : 1))
          .map(([key, book]) => [
            key,
            book.asked,
            [...book.candles.values()]
              .sort((a, b) => a.minute - b.minute)
              .map((candle) => [candle.minute, ...CANDLE_FIELDS.map((field) => String(candle[field]))]),
          ]),
      ),
    answered: (market, source, range) =>
      Promise.resolve(
        bookOf(market, source).asked.flatMap((part) => {
          const shared = overlap(part, range);
          return shared === undefined ? [] : [shared];
        }),
      ),
    record(batch): Promise<Recorded> {
      fault?.(batch);
      let added = 0;
      let unchanged = 0;
      let revised = 0;
      for (const answer of batch) {
        answer.candles.forEach((candle, i) => {
          const before = answer.candles[i - 1];
          if (candle.minute < answer.asked.from || candle.minute >= answer.asked.to)
            throw new Error('a candle outside what was asked');
          if (before !== undefined && before.minute >= candle.minute) throw new Error('candles out of order');
        });
        answers.push(answer);
        const book = bookOf(answer.market, answer.source);
        books.set(keyOf(answer.market, answer.source), book);
        book.asked = union([...book.asked, answer.asked]);
        for (const candle of answer.candles) {
          const known = book.candles.get(candle.minute);
          if (known === undefined) added += 1;
          else if (CANDLE_FIELDS.every((field) => Object.is(known[field], candle[field]))) unchanged += 1;
          else revised += 1;
          book.candles.set(candle.minute, candle);
        }
      }
      return Promise.resolve({ added, unchanged, revised });
    },
  };
}
