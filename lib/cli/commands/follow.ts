import type { Command } from 'commander';
import { KINDS, parseAsset } from '../../domain/market';
import { minuteAt, parseMinute, type Minute } from '../../domain/minute';
import type { FollowRequest } from '../../ingest/follow/follow';
import { offersKinds } from '../../ingest/run/ingest';
import { VENUES } from '../../ingest/venues/table';
import { BadInput, EXIT } from '../../processes/exit';
import { everyInvalid, fromInFuture } from '../../words/en/cli/optionFaults';
import { FOLLOW } from '../../words/en/help/follow';
import { INGEST } from '../../words/en/help/ingest';
import { JSON_LINES, kindsOf, VENUES_TO_ASK } from '../../words/en/help/options';
import { jsonFollow, textFollow } from '../terminal/followDisplay';
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

/** `plumbline follow`: until SIGINT, SIGTERM or SIGHUP, which end it with exit code 0; a second one ends it at once. */
export function followCommand(command: Command, ends: (code: number) => void): void {
  command
    .option('--venues <list>', VENUES_TO_ASK)
    .option('--kinds <list>', kindsOf(KINDS, 'spot'))
    .option('--from <time>', FOLLOW.from)
    .option('--every <minutes>', FOLLOW.every)
    .option('--json', JSON_LINES)
    .option('--rehearsal', INGEST.rehearsal)
    .addHelpText('after', `\n${INGEST.markets}`)
    .action(async (assets: string[], options: Options) => {
      const request = requestOf(assets, options);
      collectSooner();
      const lines = linePrinter();
      const { signal, off } = stopSignal(lines.failed);
      try {
        await withDataset(options.rehearsal, async (dataset) => {
          const display =
            options.json === true ? jsonFollow(lines.print) : textFollow(process.stderr, () => performance.now());
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
  if (!rehearsal && from > minuteAt(Date.now())) throw new BadInput(fromInFuture(text));
  return from;
}

function minutesOf(text: string): number {
  const minutes = /^\d{1,4}$/.test(text) ? Number(text) : NaN;
  if (!(minutes >= 1 && minutes <= MOST_MINUTES)) throw new BadInput(everyInvalid(text, MOST_MINUTES));
  return minutes;
}
