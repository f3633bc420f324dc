import type { Command } from 'commander';
import type { OrderLogAnswer } from '../../api/orderLog';
import { logRows } from '../../claims/orderLog/answer';
import { LOG_FORMATS, LOG_ROLES, type LogSaid } from '../../claims/orderLog/layout';
import { parseVenue } from '../../domain/market';
import { BadInput, EXIT } from '../../processes/exit';
import { print } from '../../processes/standardOutput';
import { csvOf } from '../../server/forms/csv';
import { JSON_OR_CSV } from '../../words/en/cli/optionFaults';
import { notAYear, orderLogText } from '../../words/en/cli/orderlog';
import { JSON_OBJECT, REHEARSAL } from '../../words/en/help/options';
import { ORDER_LOG } from '../../words/en/help/orderlog';
import { columnsSaid, fileAt, periodIn, zoneSaid } from '../answers/claimFiles';
import { answerOfLogs, besideIn, sayLogGaps } from '../answers/orderLogs';
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
      const [said, period, beside] = [saidBy(options), periodIn(options), besideIn(options.beside)];
      const files = await Promise.all(paths.map((path) => fileAt(path)));
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

function saidBy({ zone, year, format, column = [], venue }: Options): LogSaid {
  const east = zoneSaid('--zone', zone);
  if (year !== undefined && !/^\d{4}$/.test(year)) throw new BadInput(notAYear(year));
  return {
    columns: columnsSaid(column, LOG_ROLES),
    ...(east === undefined ? {} : { zone: east }),
    ...(year === undefined ? {} : { year: Number(year) }),
    ...(format === undefined ? {} : { format: oneOf('--format', format, LOG_FORMATS) }),
    ...(venue === undefined ? {} : { venue: readOf(parseVenue(venue)) }),
  };
}
