import { formatMinute, minuteAt, type Minute } from '../../domain/minute';
import { archiveWords } from '../../words/en/archive';
import type { Trade } from '../venue/connect';
import { packedLines } from './lines';
import { isHeader, timeOf } from './rows';
import type { TradeArchive } from './table';

/** A row of a file of trades, with how many trades it stands for. */
export interface ArchivedTrade extends Trade {
  readonly id: string;
  /** Its last id − its first + 1; NaN where they give no number. */
  readonly count: number;
  readonly minute: Minute;
}

/** Between two rows whose ids do not follow one another: what happened from the minute of the one to that of the other is not known. */
export interface Skip {
  readonly from: Minute;
  readonly to: Minute;
  readonly afterId: string;
}

/** A file whose rows cannot be put in order, which no answer can be built from. */
export class Disordered extends Error {
  override readonly name = 'Disordered';
}

/** Ids are given out a moment before times: a row may be so many minutes earlier than the one before it. */
const LATE_MINUTES = 1;

const countOf = (first: string | undefined, last: string | undefined): number =>
  /^\d+$/.test(first ?? '') && /^\d+$/.test(last ?? '') ? Number(BigInt(last ?? '') - BigInt(first ?? '') + 1n) : NaN;

function tradeOf(line: string, number: number, archive: TradeArchive): ArchivedTrade {
  const cells = line.split(',').map((cell) => cell.trim());
  const { columns } = archive;
  const ms = timeOf(cells[columns.time], archive);
  if (typeof ms === 'string') throw new Disordered(archiveWords.badLine(number, ms));
  const id = cells[columns.id] ?? '';
  if (!/^\d+$/.test(id)) throw new Disordered(archiveWords.badLine(number, archiveWords.noId));
  const price = Number(cells[columns.price] ?? '');
  const amount = Number(cells[columns.amount] ?? '');
  return {
    id,
    ms,
    price,
    amount,
    raw: line.slice(0, 500),
    count: countOf(cells[columns.first], cells[columns.last]),
    minute: minuteAt(ms),
  };
}

/**
 * The trades of a file in the order of its ids, which count up by one, and where they do not, the gap. A repeated row comes
 * once. Throws `Damaged` for a file that cannot be unpacked, `Disordered` where a row cannot be read or stands behind later ones.
 */
export async function* tradesIn(file: string, archive: TradeArchive): AsyncGenerator<ArchivedTrade | Skip> {
  let before: ArchivedTrade | undefined;
  let newest: ArchivedTrade | undefined;
  let number = 0;
  for await (const line of packedLines(file, archive.packed)) {
    number += 1;
    if (number === 1 && isHeader(line.split(','))) continue;
    const trade = tradeOf(line, number, archive);
    if (before !== undefined && trade.id === before.id) continue;
    if (before !== undefined && BigInt(trade.id) < BigInt(before.id))
      throw new Disordered(
        archiveWords.badLine(
          number,
          archiveWords.disordered(archiveWords.idOf(trade.id), archiveWords.idOf(before.id)),
        ),
      );
    if (newest !== undefined && trade.minute < newest.minute - LATE_MINUTES) {
      throw new Disordered(
        archiveWords.badLine(
          number,
          archiveWords.disordered(
            archiveWords.tradeOf(formatMinute(trade.minute)),
            archiveWords.tradeOf(formatMinute(newest.minute)),
          ),
        ),
      );
    }
    if (before !== undefined && BigInt(trade.id) !== BigInt(before.id) + 1n) {
      yield {
        from: Math.min(before.minute, trade.minute) as Minute,
        to: (Math.max(before.minute, trade.minute) + 1) as Minute,
        afterId: before.id,
      };
    }
    yield trade;
    before = trade;
    if (newest === undefined || trade.ms > newest.ms) newest = trade;
  }
}

/** Of the minutes before this one no further trade can come, once a trade of `newest` was read. */
export const settledBefore = (newest: Minute): Minute => Math.max(0, newest - LATE_MINUTES) as Minute;
