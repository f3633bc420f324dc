import { codeOf } from '../../typed';

/** Why an option, or a combination of options, is refused: one line that names the mend. */

const SHOWN = 40;
const shown = (text: string): string => text.slice(0, SHOWN);

export const JSON_OR_CSV = '--json and --csv exclude each other; choose one';
export const notAllowed = (option: string, given: string, allowed: readonly string[]): string =>
  `${option} is "${shown(given)}"; it takes ${allowed.join(', ')}`;
export const partNotAllowed = (option: string, given: string, allowed: readonly string[]): string =>
  `${option} has "${shown(given)}"; it takes ${allowed.join(', ')}`;
export const venueNotSupported = (venue: string, supported: readonly string[]): string =>
  `${venue} is not supported; choose from ${supported.join(', ')}`;
export const venueUnknown = (venue: string, nearest: string): string =>
  `--venue "${shown(venue)}" is not an exchange known here; did you mean ${nearest}?`;
/** An option that only another one gives a meaning. */
export const onlyWith = (option: string, other: string): string =>
  `${option} has no effect without ${other}; add it, or leave ${option} out`;

export const EXPORT_NOTHING = 'nothing to write; add --png FILE, --csv FILE, --json FILE or --bundle FILE';
export const STAMP_NOTHING = onlyWith('--stamp', '--png or --bundle');
export const CANDLES_NOTHING = 'nothing to write; add --csv FILE or --parquet FILE';
export const sameFile = (file: string): string => `${file} is named twice; give each format a file of its own`;
export const noStoredCandles = (assets: readonly string[], asOf: string | undefined): string =>
  `no data for ${assets.join(', ')}${asOf === undefined ? '' : ` as known at ${asOf}`}; ${codeOf('coverage')} lists what is stored`;

export const MARKET_NEEDED =
  'the file does not say which market it contains; add --venue, for example coinbase, and --market, for example ATOM/USD';
/** A market is stored under its asset's code; `venue` is its name. */
export const tickerForAsset = (venue: string, ticker: string, quote: string, assets: readonly string[]): string =>
  `on ${venue}, ${ticker} is a ticker of ${assets.join(' or ')}; write ${assets.map((asset) => `--market ${asset}/${quote}`).join(' or ')}`;
export const marketInFile = (options: readonly string[]): string =>
  `a file written by \`candles\` names its own markets; leave out ${options.join(', ')}`;

export const ingestNothing = (): string =>
  `no assets; name them, for example ${codeOf('ingest ATOM --from … --to …')}, or use --preset`;
export const RANGE_NEEDED = 'a range is missing; add --from and --to, UTC minutes like 2025-10-10T20:00Z';
export const REPAIR_ALONE =
  '--repair fetches what is missing from stored data; leave out --from, --to, --preset, --recheck and --timeframes';
export const TIMEFRAMES_FROM_REST =
  '--timeframes fetches from the candle API; add rest to --sources, or leave --sources out';
export const RECHECK_ALONE = '--recheck names its own range; leave out --from and --to';
export const PRESET_ALONE = 'a preset has its own assets and times; leave out ASSET, --from, --to and --recheck';
export const presetUnknown = (given: string, known: readonly string[]): string =>
  `"${shown(given)}" is not a preset; choose from ${known.join(', ')}`;
export const notRecheckRange = (given: string): string =>
  `"${given.slice(0, 60)}" is not a range; write it as --recheck 2025-10-10T20:00Z/2025-10-11T00:00Z`;

export const fromInFuture = (given: string): string =>
  `--from ${shown(given)} is in the future; leave it out to begin now`;
export const everyInvalid = (given: string, most: number): string =>
  `--every is "${shown(given)}"; it takes a whole number of minutes from 1 to ${String(most)}`;

export const repliesUnknown = (given: string, known: readonly string[]): string =>
  `PLUMBLINE_REPLIES is "${shown(given)}"; it takes ${known.join(', ')}`;

/** Where there is no real data, the simulated may be meant. */
export const orRehearsal = (fault: string): string => `${fault}; --rehearsal uses the simulated candles`;

export const keysActionUnknown = (action: string): string => `keys takes nothing, or "rotate"; not "${action}"`;
