import type { OrderLogAnswer } from '../../api/orderLog';
import type { StoredDay } from '../../claims/audit/market';
import { bookKey, type FillBook } from '../../claims/fill';
import { logAnswerOf, type BesideMarket, type LogRead } from '../../claims/orderLog/answer';
import type { LogSaid } from '../../claims/orderLog/layout';
import { openLog, readLogs, type LogReading } from '../../claims/orderLog/read';
import { Tally, type LogCounts } from '../../claims/orderLog/tally';
import { togetherOf } from '../../claims/orderLog/together';
import type { ClaimFile } from '../../claims/reading/file';
import { parseVenue } from '../../domain/market';
import { dayOf, formatDay, type MinuteRange } from '../../domain/minute';
import { withDataset } from '../../processes/dataset';
import { BadInput, say } from '../../processes/exit';
import { bookDay } from '../../server/claims/bookDay';
import {
  clockMissing,
  COUNTING,
  logGaps,
  manyDays,
  notAMarket,
  timeMissing,
  yearMissing,
} from '../../words/en/cli/orderlog';
import { readOf } from '../reading/options';
import type { SizedFile } from './claimFiles';
import { shareDisplay } from '../terminal/share';

/** Flawed lines named on standard error. */
const MOST_NAMED = 20;
/** Days of a market that are measured at once. */
const MOST_DAYS = 31;

/** What is asked of logs beside how they are read. */
export interface LogsAsked {
  readonly period: MinuteRange | undefined;
  /** The market whose episodes they are laid beside. */
  readonly beside: FillBook | undefined;
  readonly rehearsal: true | undefined;
}

/**
 * Whether a file that is no export of fills is an order log: lines that begin with a time, JSON lines with one, or a CSV that has a column of codes too. A CSV with
 * a time alone may be fills under names that nobody knows.
 */
export async function isOrderLog(file: ClaimFile): Promise<boolean> {
  const { layout, asked } = await openLog(file);
  return !asked.includes('time') && (layout.format !== 'csv' || layout.columns.code !== undefined);
}

/** What the logs come to, together. Throws `BadInput` where a time, a year or the zone of one is not known. */
export async function answerOfLogs(
  files: readonly SizedFile[],
  said: LogSaid,
  { period, beside, rehearsal }: LogsAsked,
): Promise<OrderLogAnswer> {
  const tally = new Tally(period);
  const logs = await readAll(files, said, tally);
  const { counts } = tally;
  return logAnswerOf(logs, counts, beside === undefined ? undefined : await besideOf(beside, counts, rehearsal));
}

/** What is missing, on standard error; whether anything is. A log that was given twice is told, and nothing is missing for it. */
export function sayLogGaps({ files, flawed, flawedLines, beyondMinutes, beside }: OrderLogAnswer): boolean {
  for (const { file, sameAs } of files) if (sameAs !== null) say(logGaps.sameAs(file, sameAs));
  for (const { file, unended } of files) if (unended !== null) say(logGaps.unended(file, unended));
  if (flawed > 0) for (const line of logGaps.flawed(flawed, flawedLines.slice(0, MOST_NAMED))) say(line);
  if (flawed > MOST_NAMED) say(logGaps.more(flawed - MOST_NAMED));
  if (beyondMinutes > 0) say(logGaps.beyond(beyondMinutes));
  const notStored = beside?.notStored ?? [];
  if (beside !== null && notStored.length > 0) say(logGaps.notStored(beside.market, notStored));
  return flawed > 0 || beyondMinutes > 0 || notStored.length > 0;
}

async function readAll(files: readonly SizedFile[], said: LogSaid, tally: Tally): Promise<readonly LogRead[]> {
  const all = files.reduce((sum, { bytes }) => sum + bytes, 0);
  const display = shareDisplay(COUNTING);
  let done = 0;
  const readings: LogReading[] = [];
  for (const { file } of files) {
    const { layout, asked } = await openLog(file, said);
    if (asked.includes('time')) throw new BadInput(timeMissing(file.name, layout.names));
    if (asked.includes('year')) throw new BadInput(yearMissing(file.name));
    if (asked.includes('zone')) throw new BadInput(clockMissing(file.name));
    readings.push({ file, layout, said });
  }
  return readLogs(readings, tally, (bytes) => {
    done += bytes;
    display(Math.min(1, done / all));
  });
}

/** The episodes of a market on every UTC day on which the log has an attempt. */
async function besideOf(book: FillBook, { minutes }: LogCounts, rehearsal: true | undefined): Promise<BesideMarket> {
  const days = [...new Set(minutes.map(({ minute }) => dayOf(minute)))];
  if (days.length > MOST_DAYS) throw new BadInput(manyDays(days.length, MOST_DAYS));
  const stored: (readonly [day: string, StoredDay])[] = [];
  await withDataset(rehearsal, async ({ context }) => {
    for (const day of days) stored.push([formatDay(day), await bookDay(context, { book, day })]);
  });
  const held = stored.flatMap(([, day]) => (day === 'not-stored' ? [] : [day]));
  return {
    market: bookKey(book),
    days: stored.map(([day]) => day),
    notStored: stored.flatMap(([day, of]) => (of === 'not-stored' ? [day] : [])),
    simulated: held.some(({ simulated }) => simulated),
    together: togetherOf(
      minutes,
      held.flatMap(({ episodes }) => episodes),
    ),
  };
}

/** The market of `--beside`. */
export function besideIn(text: string | undefined): FillBook | undefined {
  if (text === undefined) return undefined;
  const [, venue = '', base = '', quote = '', kind = 'spot'] =
    /^(\S+) ([^\s/]+)\/([^\s/]+?)(?: (spot|perp))?$/.exec(text.trim()) ?? [];
  if (venue === '' || (kind !== 'spot' && kind !== 'perp')) throw new BadInput(notAMarket(text));
  return { venue: readOf(parseVenue(venue)), base: base.toUpperCase(), quote: quote.toUpperCase(), kind };
}
