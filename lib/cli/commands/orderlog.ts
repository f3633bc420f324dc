import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Command } from 'commander';
import type { OrderLogAnswer } from '../../api/orderLog';
import type { StoredDay } from '../../claims/audit/market';
import { bookKey, type FillBook } from '../../claims/fill';
import { logAnswerOf, logRows, type BesideMarket, type LogRead } from '../../claims/orderLog/answer';
import { LOG_FORMATS, LOG_ROLES, type LogRole, type LogSaid } from '../../claims/orderLog/layout';
import { openLog, readLog } from '../../claims/orderLog/read';
import { Tally, type LogCounts } from '../../claims/orderLog/tally';
import { togetherOf } from '../../claims/orderLog/together';
import type { ClaimFile } from '../../claims/reading/file';
import { zoneIn } from '../../claims/reading/times';
import { parseVenue } from '../../domain/market';
import { dayOf, formatDay, type MinuteRange } from '../../domain/minute';
import { readRange } from '../../permalink/fields';
import { withDataset } from '../../processes/dataset';
import { BadInput, EXIT, say } from '../../processes/exit';
import { print } from '../../processes/standardOutput';
import { bookDay } from '../../server/claims/bookDay';
import { csvOf } from '../../server/forms/csv';
import { fileUnreadable, notAColumn, notAZone } from '../../words/en/cli/audit';
import { JSON_OR_CSV, RANGE_NEEDED } from '../../words/en/cli/optionFaults';
import {
  clockMissing,
  COUNTING,
  logEmpty,
  logGaps,
  manyDays,
  notAMarket,
  notAYear,
  orderLogText,
  timeMissing,
  yearMissing,
} from '../../words/en/cli/orderlog';
import { notAFile } from '../../words/en/cli/verify';
import { JSON_OBJECT, REHEARSAL } from '../../words/en/help/options';
import { ORDER_LOG } from '../../words/en/help/orderlog';
import { oneOf, readOf } from '../reading/options';
import { shareDisplay } from '../terminal/share';

interface Options {
  readonly zone?: string;
  readonly year?: string;
  readonly format?: string;
  readonly column?: readonly string[];
  readonly venue?: string;
  readonly beside?: string;
  readonly from?: string;
  readonly to?: string;
  readonly json?: true;
  readonly csv?: true;
  readonly rehearsal?: true;
}

/** Flawed lines named on standard error. */
const MOST_NAMED = 20;
/** Days of a market that are measured at once. */
const MOST_DAYS = 31;

/** `plumbline orderlog FILE…`: what a bot's own log has of rejections. Nothing of the files is stored. */
export function orderLogCommand(command: Command, ends: (code: number) => void): void {
  command
    .option('--zone <zone>', ORDER_LOG.zone)
    .option('--year <year>', ORDER_LOG.year)
    .option('--format <format>', ORDER_LOG.format)
    .option('--column <role=name...>', ORDER_LOG.column)
    .option('--venue <venue>', ORDER_LOG.venue)
    .option('--beside <market>', ORDER_LOG.beside)
    .option('--from <time>', ORDER_LOG.from)
    .option('--to <time>', ORDER_LOG.to)
    .option('--json', JSON_OBJECT)
    .option('--csv', ORDER_LOG.csv)
    .option('--rehearsal', REHEARSAL)
    .action(async (paths: readonly string[], options: Options) => {
      if (options.json && options.csv) throw new BadInput(JSON_OR_CSV);
      const [said, period, book] = [saidBy(options), periodOf(options), bookIn(options.beside)];
      const tally = new Tally(period);
      const logs = await readAll(await Promise.all(paths.map(fileAt)), said, tally);
      const { counts } = tally;
      const beside = book === undefined ? undefined : await besideOf(book, counts, options.rehearsal);
      const answer = logAnswerOf(logs, counts, beside);
      await printed(answer, options);
      ends(sayGaps(answer) ? EXIT.partial : EXIT.done);
    });
}

async function printed(answer: OrderLogAnswer, { json, csv }: Options): Promise<void> {
  if (json) await print(`${JSON.stringify(answer)}\n`);
  else if (csv) await print(csvOf(logRows(answer)));
  else await print(orderLogText(answer));
}

/** What is missing, on standard error; whether anything is. */
function sayGaps({ flawed, flawedLines, beyondMinutes, beside }: OrderLogAnswer): boolean {
  if (flawed > 0) for (const line of logGaps.flawed(flawed, flawedLines.slice(0, MOST_NAMED))) say(line);
  if (flawed > MOST_NAMED) say(logGaps.more(flawed - MOST_NAMED));
  if (beyondMinutes > 0) say(logGaps.beyond(beyondMinutes));
  const notStored = beside?.notStored ?? [];
  if (beside !== null && notStored.length > 0) say(logGaps.notStored(beside.market, notStored));
  return flawed > 0 || beyondMinutes > 0 || notStored.length > 0;
}

interface SizedFile {
  readonly file: ClaimFile;
  readonly bytes: number;
}

async function readAll(files: readonly SizedFile[], said: LogSaid, tally: Tally): Promise<readonly LogRead[]> {
  const all = files.reduce((sum, { bytes }) => sum + bytes, 0);
  const display = shareDisplay(COUNTING);
  let done = 0;
  const logs: LogRead[] = [];
  for (const { file } of files) {
    const { layout, asked } = await openLog(file, said);
    if (asked.includes('time')) throw new BadInput(timeMissing(file.name, layout.names));
    if (asked.includes('year')) throw new BadInput(yearMissing(file.name));
    if (asked.includes('zone')) throw new BadInput(clockMissing(file.name));
    await readLog(file, layout, said, tally, (bytes) => {
      done += bytes;
      display(Math.min(1, done / all));
    });
    logs.push({ name: file.name, layout, said });
  }
  return logs;
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

async function fileAt(path: string): Promise<SizedFile> {
  const found = await stat(path).catch((failure: unknown) => {
    throw new BadInput(fileUnreadable(path, codeOf(failure)), { cause: failure });
  });
  if (!found.isFile()) throw new BadInput(notAFile(path));
  if (found.size === 0) throw new BadInput(logEmpty(path));
  return { file: { name: basename(path), chunks: () => createReadStream(path) }, bytes: found.size };
}

const codeOf = (failure: unknown): string =>
  failure instanceof Error && 'code' in failure ? String(failure.code) : String(failure);

function saidBy({ zone, year, format, column = [], venue }: Options): LogSaid {
  const east = zone === undefined ? undefined : zoneIn(zone);
  if (zone !== undefined && east === undefined) throw new BadInput(notAZone(zone));
  if (year !== undefined && !/^\d{4}$/.test(year)) throw new BadInput(notAYear(year));
  return {
    columns: Object.fromEntries(column.map(columnOf)),
    ...(east === undefined ? {} : { zone: east }),
    ...(year === undefined ? {} : { year: Number(year) }),
    ...(format === undefined ? {} : { format: oneOf('--format', format, LOG_FORMATS) }),
    ...(venue === undefined ? {} : { venue: readOf(parseVenue(venue)) }),
  };
}

function columnOf(text: string): readonly [LogRole, string] {
  const [, roleText = '', name = ''] = /^([^=]+)=(.+)$/.exec(text) ?? [];
  const role = LOG_ROLES.find((one) => one === roleText.trim());
  if (role === undefined) throw new BadInput(notAColumn(text, LOG_ROLES));
  return [role, name.trim()];
}

function bookIn(text: string | undefined): FillBook | undefined {
  if (text === undefined) return undefined;
  const [, venue = '', base = '', quote = '', kind = 'spot'] =
    /^(\S+) ([^\s/]+)\/([^\s/]+?)(?: (spot|perp))?$/.exec(text.trim()) ?? [];
  if (venue === '' || (kind !== 'spot' && kind !== 'perp')) throw new BadInput(notAMarket(text));
  return { venue: readOf(parseVenue(venue)), base: base.toUpperCase(), quote: quote.toUpperCase(), kind };
}

function periodOf({ from, to }: Options): MinuteRange | undefined {
  if (from === undefined && to === undefined) return undefined;
  if (from === undefined || to === undefined) throw new BadInput(RANGE_NEEDED);
  return readOf(readRange(from, to));
}
