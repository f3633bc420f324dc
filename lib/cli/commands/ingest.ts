import type { Command } from 'commander';
import { KINDS, parseAsset, type Asset, type Kind, type Venue } from '../../domain/market';
import { parseRange, type MinuteRange } from '../../domain/minute';
import { TIMEFRAMES, type Timeframe } from '../../domain/timeframe';
import { offersKinds, type IngestRequest } from '../../ingest/run/ingest';
import { INGEST_ROADS, type IngestRoad } from '../../ingest/run/jobs';
import { PRESETS } from '../../ingest/run/presets';
import { repairOf } from '../../ingest/run/repair';
import { VENUES } from '../../ingest/venues/table';
import { BadInput, EXIT, say } from '../../processes/exit';
import { collectSooner } from '../../processes/heap';
import { NOTHING_MISSING } from '../../words/en/cli/ingestLines';
import {
  ingestNothing,
  notRecheckRange,
  PRESET_ALONE,
  presetUnknown,
  RANGE_NEEDED,
  RECHECK_ALONE,
  REPAIR_ALONE,
  TIMEFRAMES_FROM_REST,
} from '../../words/en/cli/optionFaults';
import { INGEST } from '../../words/en/help/ingest';
import { FROM, JSON_LINES, kindsOf, TO, VENUES_TO_ASK } from '../../words/en/help/options';
import { jsonDisplay, textDisplay } from '../terminal/ingestDisplay';
import { gapsOf } from '../answers/ingestGaps';
import { ingestInto } from '../../processes/ingestRun';
import { askableVenuesOf, listOf, readOf } from '../reading/options';
import { linePrinter } from '../../processes/standardOutput';
import { stopSignal } from '../../processes/stopSignal';
import { withDataset, type OpenDataset } from '../../processes/dataset';

interface Options {
  readonly venues?: string;
  readonly from?: string;
  readonly to?: string;
  readonly preset?: string;
  readonly kinds?: string;
  readonly sources?: string;
  readonly repair?: true;
  readonly recheck?: string;
  readonly timeframes?: string | true;
  readonly json?: true;
  readonly rehearsal?: true;
}

type Request = Omit<IngestRequest, 'source'>;

/** `plumbline ingest`: candles through ccxt; resumes; idempotent; exit 3 when a venue or market could not be had. */
export function ingestCommand(command: Command, ends: (code: number) => void): void {
  command
    .option('--venues <list>', VENUES_TO_ASK)
    .option('--from <time>', FROM)
    .option('--to <time>', TO)
    .option('--preset <name>', INGEST.preset)
    .option('--kinds <list>', kindsOf(KINDS, 'spot'))
    .option('--sources <list>', INGEST.sources(INGEST_ROADS))
    .option('--timeframes [list]', INGEST.timeframes(TIMEFRAMES))
    .option('--repair', INGEST.repair)
    .option('--recheck <from/to>', INGEST.recheck)
    .option('--json', JSON_LINES)
    .option('--rehearsal', INGEST.rehearsal)
    .addHelpText('after', `\n${INGEST.markets}`)
    .action(async (assets: string[], options: Options) => {
      // What is asked for is read before a database is opened for it.
      const planned = options.repair === true ? undefined : requestOf(assets, options);
      const repair = repairAsked(assets, options);
      collectSooner();
      const lines = linePrinter();
      const { signal, off } = stopSignal(lines.failed);
      await withDataset(options.rehearsal, async (dataset) => {
        const request = planned ?? (await repairRequest(dataset, repair));
        const now = (): number => performance.now();
        const display = options.json === true ? jsonDisplay(lines.print, now) : textDisplay(process.stderr, now);
        try {
          const report = await ingestInto(dataset, request, { onProgress: display.show, signal });
          display.end(report);
          ends(report.missing.length > 0 || signal.aborted ? EXIT.partial : EXIT.done);
          await lines.end();
        } finally {
          display.close();
        }
      }).finally(off);
    });
}

interface Repair {
  readonly assets: readonly Asset[];
  readonly venues: readonly Venue[] | undefined;
  readonly kinds: readonly Kind[] | undefined;
  readonly roads: readonly IngestRoad[] | undefined;
}

/** What a repair is narrowed to. */
function repairAsked(assets: readonly string[], options: Options): Repair {
  const { venues, kinds, sources, repair, from, to, preset, recheck, timeframes } = options;
  if (repair === true && [from, to, preset, recheck, timeframes].some((one) => one !== undefined)) {
    throw new BadInput(REPAIR_ALONE);
  }
  return {
    assets: assets.map((text) => readOf(parseAsset(text))),
    venues: venues === undefined ? undefined : askableVenuesOf(venues),
    kinds: kinds === undefined ? undefined : listOf('--kinds', kinds, KINDS),
    roads: sources === undefined ? undefined : listOf('--sources', sources, INGEST_ROADS),
  };
}

async function repairRequest(dataset: OpenDataset, { assets, venues, kinds, roads }: Repair): Promise<Request> {
  const gaps = await repairOf(assets, gapsOf(dataset.context.database));
  const parts = gaps.filter(
    ({ market, road }) =>
      VENUES.has(market.venue) &&
      (venues?.includes(market.venue) ?? true) &&
      (kinds?.includes(market.kind) ?? true) &&
      (roads?.includes(road) ?? true),
  );
  if (parts.length === 0) say(NOTHING_MISSING);
  return { assets, venues: [...new Set(parts.map(({ market }) => market.venue))], windows: [], parts };
}

/** The longer candles asked for; without a list all of them. They come from the candle API, so it must be among the sources. */
function timeframesOf({ timeframes, sources }: Options): readonly Timeframe[] {
  if (timeframes === undefined) return [];
  if (sources !== undefined && !listOf('--sources', sources, INGEST_ROADS).includes('rest'))
    throw new BadInput(TIMEFRAMES_FROM_REST);
  return timeframes === true ? TIMEFRAMES : listOf('--timeframes', timeframes, TIMEFRAMES);
}

/** Kinds, roads, mode and longer candles, where they are not the usual. */
function extrasOf(options: Options): Pick<Request, 'kinds' | 'roads' | 'mode' | 'timeframes'> {
  const timeframes = timeframesOf(options);
  return {
    ...(timeframes.length === 0 ? {} : { timeframes }),
    ...(options.kinds === undefined ? {} : { kinds: listOf('--kinds', options.kinds, KINDS) }),
    ...(options.sources === undefined ? {} : { roads: listOf('--sources', options.sources, INGEST_ROADS) }),
    ...(options.recheck === undefined ? {} : { mode: 'recheck' as const }),
  };
}

function requestOf(assets: readonly string[], options: Options): Request {
  const extras = extrasOf(options);
  const offering = [...VENUES.keys()].filter((venue) => offersKinds(venue, extras.kinds ?? ['spot']));
  if (options.preset !== undefined) {
    const preset = PRESETS.get(options.preset);
    if (preset === undefined) throw new BadInput(presetUnknown(options.preset, [...PRESETS.keys()]));
    if (assets.length > 0 || options.from !== undefined || options.to !== undefined || options.recheck !== undefined) {
      throw new BadInput(PRESET_ALONE);
    }
    const venues =
      options.venues === undefined
        ? extras.kinds === undefined
          ? preset.venues
          : offering
        : askableVenuesOf(options.venues);
    return { ...preset, ...extras, venues };
  }
  if (assets.length === 0) throw new BadInput(ingestNothing());
  return {
    ...extras,
    assets: assets.map((text) => readOf(parseAsset(text))),
    venues: options.venues === undefined ? offering : askableVenuesOf(options.venues),
    windows: [windowOf(options)],
  };
}

function windowOf({ from, to, recheck }: Options): MinuteRange {
  if (recheck !== undefined) {
    if (from !== undefined || to !== undefined) throw new BadInput(RECHECK_ALONE);
    const [start, end, ...rest] = recheck.split('/');
    if (start === undefined || end === undefined || rest.length > 0) throw new BadInput(notRecheckRange(recheck));
    return readOf(parseRange(start, end));
  }
  if (from === undefined || to === undefined) throw new BadInput(RANGE_NEEDED);
  return readOf(parseRange(from, to));
}
