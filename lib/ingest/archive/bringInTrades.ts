import type { Candle } from '../../domain/candle';
import type { Market } from '../../domain/market';
import {
  minuteRange,
  minutesIn,
  MINUTES_PER_DAY,
  overlap,
  plus,
  startOf,
  dayOf,
  subtract,
  union,
  type Minute,
  type MinuteRange,
} from '../../domain/minute';
import type { Answer, Quarantined } from '../../domain/observation';
import { archiveWords } from '../../words/en/archive';
import { mend } from '../../words/en/mends';
import { usualVolumeUnit, volumesOf } from '../files/volume';
import type { Missing } from '../record/missing';
import { GrowingMinutes } from '../trades/minutes';
import { Damaged } from './lines';
import { bringInPieces, type ArchiveOptions, type Fetched } from './pieceByPiece';
import type { TradeArchive } from './table';
import { Disordered, settledBefore, tradesIn, type ArchivedTrade, type Skip } from './tradeRows';

/**
 * Brings in what the ledger has not yet got of a market's range by building candles from the trades in its venue's archive, file
 * by file, recorded day by day. A file holds every trade of its days, as its ids show: a minute without a trade is "no trade", and
 * minutes around an id that is left out stay unknown. A file is stored only once it agreed with its checksum and was read to its
 * end. Gives what could not be had. Rejects with a `VenueError` when the archive does not deliver.
 */
export const bringInTradeArchive = (
  archive: TradeArchive,
  market: Market,
  range: MinuteRange,
  options: ArchiveOptions,
): Promise<readonly Missing[]> => bringInPieces(archive, market, range, options, (fetched) => stored(archive, fetched));

const isSkip = (read: ArchivedTrade | Skip): read is Skip => 'afterId' in read;

/** Reads the file once to its end: the fault of one that cannot be used, or where its ids skip. */
async function surveyed(archive: TradeArchive, file: string): Promise<string | readonly Skip[]> {
  const skips: Skip[] = [];
  let rows = 0;
  try {
    for await (const read of tradesIn(file, archive)) {
      if (isSkip(read)) skips.push(read);
      else rows += 1;
    }
  } catch (error) {
    if (error instanceof Damaged) return archiveWords.damaged(error.message);
    if (error instanceof Disordered) return error.message;
    throw error;
  }
  return rows === 0 ? archiveWords.noRow : skips;
}

async function stored(archive: TradeArchive, fetched: Fetched): Promise<string | undefined> {
  const { file, within, lacking } = fetched;
  const skips = await surveyed(archive, file);
  if (typeof skips === 'string') return skips;
  const unknown = union(skips.map(({ from, to }) => minuteRange(from, to)));
  for (const { from, to, afterId } of skips) {
    const part = overlap(minuteRange(from, to), within);
    if (part !== undefined) lacking(part, archiveWords.skippedTrades(afterId), mend.laterOrImport, 'failed');
  }
  const building = new Building(archive, fetched, unknown);
  for await (const read of tradesIn(file, archive)) if (!isSkip(read)) await building.take(read);
  await building.end();
  return undefined;
}

/** The candles of a file in the making, recorded a day at a time. */
class Building {
  readonly #minutes: GrowingMinutes;
  #candles: Candle[] = [];
  #quarantined: Quarantined[] = [];
  /** The first minute not yet built, and the first not yet recorded. */
  #built: Minute;
  #done: Minute;
  #newest: Minute | undefined;

  constructor(
    readonly archive: TradeArchive,
    readonly fetched: Fetched,
    readonly unknown: readonly MinuteRange[],
  ) {
    this.#minutes = new GrowingMinutes((raw) => (raw as ArchivedTrade).count);
    this.#built = fetched.within.from;
    this.#done = fetched.within.from;
  }

  async take(trade: ArchivedTrade): Promise<void> {
    if (this.#newest === undefined || trade.minute > this.#newest) {
      this.#newest = trade.minute;
      await this.#settle(settledBefore(trade.minute));
    }
    const { from, to } = this.fetched.within;
    if (trade.minute >= from && trade.minute < to) this.#minutes.add({ ...trade, raw: trade });
  }

  async end(): Promise<void> {
    await this.#settle(this.fetched.within.to);
    await this.#record(this.fetched.within.to);
  }

  /** Builds the minutes before `to`, and records the days that are over with them. */
  async #settle(to: Minute): Promise<void> {
    const {
      archive,
      fetched: { market, within },
    } = this;
    const unit = archive.amount === 'contracts' ? usualVolumeUnit(market) : ({ kind: 'base' } as const);
    const end = Math.min(to, within.to) as Minute;
    while (this.#built < end) {
      const day = plus(startOf(dayOf(this.#built)), MINUTES_PER_DAY);
      const next = Math.min(day, end) as Minute;
      const { candles, quarantined } = this.#minutes.take(this.#built, next, (amount, worth) =>
        volumesOf(amount, worth, unit),
      );
      this.#candles.push(...candles);
      this.#quarantined.push(...quarantined);
      this.#built = next;
      if (next === day) await this.#record(day);
    }
  }

  async #record(to: Minute): Promise<void> {
    if (to <= this.#done) return;
    const { market, options, provenance } = this.fetched;
    const shared = { market, source: options.source, askedAtMs: options.now(), provenance: [provenance] };
    const answers = subtract(minuteRange(this.#done, to), this.unknown).map((asked): Answer => {
      const inside = ({ minute }: { readonly minute: Minute | undefined }): boolean =>
        minute !== undefined && minute >= asked.from && minute < asked.to;
      return { ...shared, asked, candles: this.#candles.filter(inside), quarantined: this.#quarantined.filter(inside) };
    });
    this.#candles = [];
    this.#quarantined = [];
    this.#done = to;
    if (answers.length === 0) return;
    const recorded = await options.ledger.record(answers);
    const sum = (of: (answer: Answer) => number): number => answers.reduce((total, answer) => total + of(answer), 0);
    options.recorded({
      minutes: sum(({ asked }) => minutesIn(asked)),
      candles: sum(({ candles }) => candles.length),
      quarantined: sum(({ quarantined }) => quarantined.length),
      recorded,
    });
  }
}
