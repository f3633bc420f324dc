import type { Command } from 'commander';
import { parseAsset, parseVenue, type Venue } from '../domain/market';
import { parseRange } from '../domain/minute';
import type { Parsed } from '../domain/unit';
import type { IngestRequest } from '../ingest/ingest';
import { PRESETS } from '../ingest/presets';
import { VENUES } from '../ingest/venues/table';
import { progressDisplay } from './bars';
import { BadInput, EXIT, say } from './exit';
import { ingestInto } from './ingestRun';
import { withWorld } from './world';

interface Options {
  readonly venues?: string;
  readonly from?: string;
  readonly to?: string;
  readonly preset?: string;
  readonly rehearsal?: true;
}

/** `plumbline ingest`: candles through ccxt; resumes; idempotent; exit 3 when a venue or market could not be had. */
export function ingestCommand(program: Command, ends: (code: number) => void): void {
  program
    .command('ingest [assets...]')
    .description("bring in candles from the exchanges' own APIs")
    .option('--venues <list>', 'venues to ask, like binance,okx (default: every one supported)')
    .option('--from <time>', 'first minute, UTC, like 2025-10-10T20:00Z')
    .option('--to <time>', 'the minute after the last one')
    .option('--preset <name>', 'an event with its assets, venues and windows, like crash-2025-10-10')
    .option('--rehearsal', 'from the exchange simulator, into the rehearsal')
    .action(async (assets: string[], options: Options) => {
      const request = requestOf(assets, options);
      const abort = new AbortController();
      process.once('SIGINT', () => {
        abort.abort();
      });
      await withWorld(options.rehearsal, async (world) => {
        const display = progressDisplay(process.stderr);
        const report = await ingestInto(world, request, { onProgress: display.show, signal: abort.signal }).finally(() => {
          display.close();
        });
        for (const line of report.missing) say(`missing: ${line}`);
        say(report.summary);
        ends(report.missing.length > 0 || abort.signal.aborted ? EXIT.partial : EXIT.done);
      });
    });
}

function requestOf(assets: readonly string[], options: Options): Omit<IngestRequest, 'source'> {
  if (options.preset !== undefined) {
    const preset = PRESETS.get(options.preset);
    if (preset === undefined) throw new BadInput(`"${options.preset.slice(0, 40)}" is not a preset; there is ${[...PRESETS.keys()].join(', ')}`);
    if (assets.length > 0 || options.from !== undefined || options.to !== undefined) {
      throw new BadInput('a preset brings its own assets and times; leave out ASSET, --from and --to');
    }
    return options.venues === undefined ? preset : { ...preset, venues: venuesOf(options.venues) };
  }
  if (assets.length === 0) throw new BadInput('name the assets to ingest, like `plumbline ingest ATOM --from … --to …`, or a --preset');
  if (options.from === undefined || options.to === undefined) throw new BadInput('give --from and --to, UTC minutes like 2025-10-10T20:00Z');
  return {
    assets: assets.map((text) => valueOf(parseAsset(text))),
    venues: options.venues === undefined ? [...VENUES.keys()] : venuesOf(options.venues),
    windows: [valueOf(parseRange(options.from, options.to))],
  };
}

function venuesOf(text: string): readonly Venue[] {
  return [...new Set(text.split(','))].map((id) => {
    const venue = valueOf(parseVenue(id.trim()));
    if (!VENUES.has(venue)) throw new BadInput(`${venue} is not supported; there are ${[...VENUES.keys()].join(', ')}`);
    return venue;
  });
}

function valueOf<T>(read: Parsed<T>): T {
  if (!read.ok) throw new BadInput(read.error);
  return read.value;
}
