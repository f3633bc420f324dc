import type { Market } from '../../domain/market';
import { claimWords } from '../../words/en/files';
import { marketText } from '../../words/en/market';
import { venueName } from '../../words/en/venues';
import { ABSENT, type Places } from './columns';
import { minutesOf, minutesSaid, type Interval } from './intervals';
import type { Line } from './line';
import { FileRefused } from './refused';
import type { Role } from './roles';
import { baseCodes, quoteCodes } from './tickers';
import { venueNamed } from './venueNames';

const plain = (text: string): string => text.replace(/[^A-Za-z0-9]/g, '');

/** What may follow base and quote: the kind of contract, or the currency it is settled in. */
const isSuffix = (rest: string, base: string, quote: string): boolean =>
  /^(PERP|PERPETUAL|SWAP|SPOT|UMCBL|DMCBL|SPBL)?$/.test(rest) || [base, quote].some((code) => rest === code);

/**
 * Whether a symbol may name the market: `ATOMUSDT`, `ATOM-USDT-SWAP`, `ATOM/USDT:USDT`, `tATOMUSD`, `XXBTZUSD`, by any ticker the
 * asset ever had at the venue. A venue's number for a market says nothing.
 */
export function mayName(symbol: string, market: Market): boolean {
  if (/^\d*$/.test(symbol)) return true;
  const written = plain(symbol);
  const texts = [written, ...(/^t[A-Z]/.test(written) ? [written.slice(1)] : [])].map((text) => text.toUpperCase());
  return baseCodes(market).some((base) =>
    quoteCodes(market).some((quote) =>
      texts.some(
        (text) => text.startsWith(`${base}${quote}`) && isSuffix(text.slice(base.length + quote.length), base, quote),
      ),
    ),
  );
}

/** Holds what each row of a file says of its market, exchange and interval against what the file is imported as. */
export class ClaimCheck {
  #symbol: string | undefined;
  #exchange: string | undefined;
  #interval: string | undefined;
  #saysInterval = false;

  constructor(
    readonly path: string,
    readonly market: Market,
    readonly places: Places,
    readonly expected: Interval,
  ) {}

  /** Whether the file says of itself, in words, that its candles are of the interval they are read as. */
  get saysInterval(): boolean {
    return this.#saysInterval;
  }

  /** Which of its columns were compared. */
  get checked(): readonly Role[] {
    return (['symbol', 'exchange', 'interval'] as const).filter((role) => this.places[role] !== ABSENT);
  }

  /** Throws `FileRefused` for a row that contradicts. */
  take(cells: readonly string[], line: Line): void {
    const { symbol, exchange, interval } = this.places;
    if (symbol !== ABSENT && cells[symbol] !== this.#symbol) this.#takeSymbol(cells[symbol], line);
    if (exchange !== ABSENT && cells[exchange] !== this.#exchange) this.#takeExchange(cells[exchange], line);
    if (interval !== ABSENT && cells[interval] !== this.#interval) this.#takeInterval(cells[interval], line);
  }

  #takeSymbol(cell: string | undefined, line: Line): void {
    const { path, market } = this;
    const text = cell?.trim() ?? '';
    if (text === '') return;
    const before = this.#symbol?.trim();
    if (before !== undefined && before !== text)
      throw new FileRefused(claimWords.manyMarkets(path, line.number, text.slice(0, 30), before.slice(0, 30)));
    if (!mayName(text, market))
      throw new FileRefused(claimWords.otherMarket(path, line.number, text.slice(0, 30), marketText(market)));
    this.#symbol = cell;
  }

  #takeExchange(cell: string | undefined, line: Line): void {
    const { path, market } = this;
    const named = venueNamed(cell ?? '');
    if (named !== undefined && named !== market.venue)
      throw new FileRefused(
        claimWords.otherVenue(path, line.number, (cell ?? '').trim().slice(0, 30), venueName(market.venue)),
      );
    this.#exchange = cell;
  }

  #takeInterval(cell: string | undefined, line: Line): void {
    const { path, expected } = this;
    const text = cell?.trim() ?? '';
    if (text === '') return;
    const said = minutesSaid(text);
    if (!said.includes(minutesOf(expected)))
      throw new FileRefused(claimWords.otherInterval(path, line.number, text.slice(0, 30), said[0], expected));
    // 60 may be seconds or minutes: it denies neither, and proves neither.
    if (said.length === 1) this.#saysInterval = true;
    this.#interval = cell;
  }
}
