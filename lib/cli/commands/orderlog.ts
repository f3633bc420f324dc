import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Command } from 'commander';
import type { OrderLogAnswer } from '../../api/orderLog';
import { logRows } from '../../claims/orderLog/answer';
import { LOG_FORMATS, LOG_ROLES, type LogRole, type LogSaid } from '../../claims/orderLog/layout';
import { zoneIn } from '../../claims/reading/times';
import { parseVenue } from '../../domain/market';
import type { MinuteRange } from '../../domain/minute';
import { readRange } from '../../permalink/fields';
import { BadInput, EXIT } from '../../processes/exit';
import { print } from '../../processes/standardOutput';
import { csvOf } from '../../server/forms/csv';
import { fileUnreadable, notAColumn, notAZone } from '../../words/en/cli/audit';
import { JSON_OR_CSV, RANGE_NEEDED } from '../../words/en/cli/optionFaults';
import { logEmpty, notAYear, orderLogText } from '../../words/en/cli/orderlog';
import { notAFile } from '../../words/en/cli/verify';
import { JSON_OBJECT, REHEARSAL } from '../../words/en/help/options';
import { ORDER_LOG } from '../../words/en/help/orderlog';
import { answerOfLogs, besideIn, sayLogGaps, type SizedFile } from '../answers/orderLogs';
import { oneOf, readOf } from '../reading/options';

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
      const [said, period, beside] = [saidBy(options), periodOf(options), besideIn(options.beside)];
      const files = await Promise.all(paths.map(fileAt));
      const answer = await answerOfLogs(files, said, { period, beside, rehearsal: options.rehearsal });
      await printed(answer, options);
      ends(sayLogGaps(answer) ? EXIT.partial : EXIT.done);
    });
}

async function printed(answer: OrderLogAnswer, { json, csv }: Options): Promise<void> {
  if (json) await print(`${JSON.stringify(answer)}\n`);
  else if (csv) await print(csvOf(logRows(answer)));
  else await print(orderLogText(answer));
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

function periodOf({ from, to }: Options): MinuteRange | undefined {
  if (from === undefined && to === undefined) return undefined;
  if (from === undefined || to === undefined) throw new BadInput(RANGE_NEEDED);
  return readOf(readRange(from, to));
}
