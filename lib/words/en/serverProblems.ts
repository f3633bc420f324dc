import { codeOf } from '../typed';
import { quoted } from './refusals';
import { anyOf } from './spelled';

/** The answer of a web server whose work broke; what exactly is in its log. */
export const INTERNAL_ERROR = 'internal error; see the server log';

/** The reader may be the one who runs it. */
export const DATABASE_UNAVAILABLE =
  'the database does not answer or is busy; try again in a minute, start it with `npm start`, or check DATABASE_URL';

/** The database is not as this version needs it; a start of ours makes it so. */
export const notMigrated = (names: readonly string[]): string =>
  `the database lacks migrations: ${names.join(', ')}; \`npm start\` or ${codeOf('serve')} applies them`;

/** Too many answers are being made. */
export const BUSY = 'the server is busy; try again in a few seconds';

/** A path whose escapes make no text. */
export const ESCAPES_BROKEN =
  'the percent-encoding of this path is broken: after each % stand two hexadecimal digits, and the bytes must be UTF-8';

/** A request by another method than those that are taken. */
export const METHOD_NOT_TAKEN = 'requests change nothing here; use GET or HEAD';

/** What a request asks for begins with neither a slash nor a host. */
export const NO_PATH = 'the request names no path; a path begins with /';

/** A field of no address of ours, which nothing behind the door would see. */
export const fieldLost = (name: string): string => `${quoted(name)} is not a parameter here; leave it out`;

/** What a browser says it shows already cannot be read. */
export const STATE_BROKEN = 'the header next-router-state-tree cannot be read; leave it out';

/** The process was told to end, and finishes what it has begun. */
export const STOPPING = 'the server is stopping; try again in a few seconds';

/** A client has asked for as much as one may in a minute. */
export const tooMany = (seconds: number): string =>
  `this address has asked for too much in a minute; try again in ${String(seconds)} seconds`;

/** An answer took longer to make than any may. */
export const ANSWER_LATE =
  'this answer took too long to make; ask for a shorter window or fewer assets, or try again when the server is less busy';

export const answerTimeUnknown = (text: string): string =>
  `PLUMBLINE_ANSWER_S: ${quoted(text)} is not a number of seconds; 0 sets no bound`;

export const proxyUnknown = (text: string): string =>
  `PLUMBLINE_TRUST_PROXY: ${quoted(text)} is neither a number of proxies up to 8 nor an address or network like 10.0.0.0/8`;

export const rateUnknown = (text: string): string =>
  `PLUMBLINE_RATE: ${quoted(text)} is not a number of points a minute; 0 sets no bound`;

export const logLevelUnknown = (text: string, levels: readonly string[]): string =>
  `PLUMBLINE_LOG: ${quoted(text)} is no level; it takes ${anyOf(levels)}`;

/** What an answer rests on was written to each time it was made. */
export const DATA_CHANGING = 'the data for this answer is being written; try again in a minute, or add asOf=…';

/** Nothing of the API is at a path. */
export const noSuchAddress = (path: string): string =>
  `${quoted(path)} is no address of the API; it answers below /api/v1 at deviations, minutes, scorecards, scan, lows, venues, events, coverage, revisions, overview, method, charts, lists and oembed; see /api`;
