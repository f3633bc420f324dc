import { ANSWERED } from '../../domain/candle';
import { CANDLE_FILE_COLUMNS, CANDLE_FILE_HEADER, candleFileLine } from '../../domain/candleFile';
import type { MarketColumns } from '../../domain/marketColumns';
import { formatMinute, plus } from '../../domain/minute';
import { answeredRows } from '../candles/candleRows';

/** Which minute of which book: the first columns of a candle's row. */
const PLACE = CANDLE_FILE_COLUMNS.slice(0, CANDLE_FILE_COLUMNS.indexOf('minute') + 1);

/** The candles of books as they come in, one after another, as CSV. A line is written once: a book of the asset may lend a rate a leg as well. */
export class CandleTexts {
  readonly #candles = new Set([`${CANDLE_FILE_HEADER}\n`]);
  readonly #setAside = new Set([`${PLACE.join(',')}\n`]);

  take(columns: MarketColumns): void {
    const { market, source, candles } = columns;
    for (const row of answeredRows(columns)) this.#candles.add(`${candleFileLine(row)}\n`);
    candles.answered.forEach((answered, slot) => {
      if (answered !== ANSWERED.setAside) return;
      const minute = formatMinute(plus(candles.range.from, slot));
      this.#setAside.add(`${[market.venue, market.base, market.quote, market.kind, source, minute].join(',')}\n`);
    });
  }

  /** Every answered minute, as `plumbline candles` writes them. */
  get candles(): string {
    return [...this.#candles].join('');
  }

  /** The minutes of which a source sent something that could not be used; the digest takes them for unanswered, as every figure does. */
  get setAside(): string {
    return [...this.#setAside].join('');
  }
}
