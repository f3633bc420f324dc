import type { Command } from 'commander';
import { KINDS, parseAsset } from '../../domain/market';
import { minuteAt, parseMinute, type Minute } from '../../domain/minute';
import type { FollowRequest } from '../../ingest/follow/follow';
import { offersKinds } from '../../ingest/run/ingest';
import { VENUES } from '../../ingest/venues/table';
import { BadInput, EXIT } from '../../processes/exit';
import { jsonFollow, spokenFollow } from '../terminal/followDisplay';
import { followInto } from '../../processes/followRun';
import { collectSooner } from '../../processes/heap';
import { askableVenuesOf, listOf, readOf } from '../reading/options';
import { linePrinter } from '../../processes/standardOutput';
import { stopSignal } from '../../processes/stopSignal';
import { withDataset } from '../../processes/dataset';

interface Options {
  readonly venues?: string;
  readonly kinds?: string;
  readonly from?: string;
  readonly every?: string;
  readonly json?: true;
  readonly rehearsal?: true;
}

/** Rarer rounds than one a day are an `ingest` by a timetable. */
const MOST_MINUTES = 1_440;

/** `plumbline follow`: until SIGINT or SIGTERM, which end it with exit code 0; a second one ends it at once. */
export function followCommand(program: Command, ends: (code: number) => void): void {
  program
    .command('follow <assets...>')
    .description('keep the newest closed minutes coming until stopped')
    .option('--venues <list>', 'venues to ask, like binance,okx (default: every one that has such markets)')
    .option('--kinds <list>', `of ${KINDS.join(', ')} (default: spot)`)
    .option('--from <time>', 'first minute, UTC (default: the end of what is held of the last day, else an hour ago)')
    .option('--every <minutes>', 'minutes between two rounds, 1 to 1440 (default: 1)')
    .option('--json', 'rounds and outcome as JSON, one object a line')
    .option('--rehearsal', 'from the exchange simulator, into the rehearsal')
    .action(async (assets: string[], options: Options) => {
      const request = requestOf(assets, options);
      collectSooner();
      const lines = linePrinter();
      const { signal, off } = stopSignal(lines.failed);
      try {
        await withDataset(options.rehearsal, async (dataset) => {
          const display =
            options.json === true ? jsonFollow(lines.print) : spokenFollow(process.stderr, () => performance.now());
          try {
            const report = await followInto(dataset, request, { onVenue: display.venue, onLine: display.line, signal });
            display.end(report);
            ends(report.listedNowhere ? EXIT.partial : EXIT.done);
            await lines.end();
          } finally {
            display.close();
          }
        });
      } finally {
        off();
      }
    });
}

function requestOf(
  assets: readonly string[],
  { venues, kinds, from, every, rehearsal }: Options,
): Omit<FollowRequest, 'source'> {
  const asked = kinds === undefined ? (['spot'] as const) : listOf('--kinds', kinds, KINDS);
  return {
    assets: [...new Set(assets.map((text) => readOf(parseAsset(text))))],
    venues:
      venues === undefined ? [...VENUES.keys()].filter((venue) => offersKinds(venue, asked)) : askableVenuesOf(venues),
    kinds: asked,
    everyMinutes: every === undefined ? 1 : minutesOf(every),
    ...(from === undefined ? {} : { from: fromOf(from, rehearsal === true) }),
  };
}

/** The rehearsal has a clock of its own. */
function fromOf(text: string, rehearsal: boolean): Minute {
  const from = readOf(parseMinute(text));
  if (!rehearsal && from > minuteAt(Date.now()))
    throw new BadInput(`--from ${text} is yet to come; leave it out to begin now`);
  return from;
}

function minutesOf(text: string): number {
  const minutes = /^\d{1,4}$/.test(text) ? Number(text) : NaN;
  if (!(minutes >= 1 && minutes <= MOST_MINUTES))
    throw new BadInput(`--every is "${text.slice(0, 40)}"; it takes whole minutes, 1 to ${String(MOST_MINUTES)}`);
  return minutes;
}
