import { ANSWERED } from '../../domain/candle';
import { CANDLE_FILE_COLUMNS, CANDLE_FILE_HEADER, candleFileLine, marketAndSourceOf } from '../../domain/candleFile';
import type { MarketColumns } from '../../domain/marketColumns';
import { formatMinute, plus, type Minute, type MinuteRange } from '../../domain/minute';
import { answeredRows } from '../candles/candleRows';

/** Which minute of which book: the first columns of a candle's row. */
const PLACE = CANDLE_FILE_COLUMNS.slice(0, CANDLE_FILE_COLUMNS.indexOf('minute') + 1);

/** The candles of books as they come in, one after another, as CSV. A minute is written once: a book of the asset may lend a rate a leg as well. */
export class CandleTexts {
  /** As bytes: as text they would stand twice beside what is made of them, and they are most of a bundle. */
  readonly #candles = [Buffer.from(`${CANDLE_FILE_HEADER}\n`)];
  readonly #setAside = [`${PLACE.join(',')}\n`];
  readonly #taken = new Map<string, readonly MinuteRange[]>();

  take(columns: MarketColumns): void {
    const { market, source, candles } = columns;
    const name = marketAndSourceOf(columns);
    const before = this.#taken.get(name) ?? [];
    this.#taken.set(name, [...before, candles.range]);
    const isNew = (minute: Minute): boolean => !before.some(({ from, to }) => minute >= from && minute < to);
    const lines: string[] = [];
    for (const row of answeredRows(columns)) if (isNew(row.minute)) lines.push(`${candleFileLine(row)}\n`);
    this.#candles.push(Buffer.from(lines.join('')));
    candles.answered.forEach((answered, slot) => {
      const minute = plus(candles.range.from, slot);
      if (answered !== ANSWERED.setAside || !isNew(minute)) return;
      const place = [market.venue, market.base, market.quote, market.kind, source, formatMinute(minute)];
      this.#setAside.push(`${place.join(',')}\n`);
    });
  }

  /** Every answered minute, as `plumbline candles` writes them. */
  get candles(): Buffer {
    return Buffer.concat(this.#candles);
  }

  /** The minutes of which a source sent something that could not be used; the digest takes them for unanswered, as every figure does. */
  get setAside(): string {
    return this.#setAside.join('');
  }
}
