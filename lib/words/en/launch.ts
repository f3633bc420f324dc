import { quoted } from './refusals';
import { SIMULATED_NOTICE } from './simulated';

/** What `npm start` and `plumbline serve` say of the web server and its port. */

/** How a process ended: its exit code, or the signal that ended it. */
export type Ending = { readonly code: number } | { readonly signal: string };

const endingWords = (ending: Ending): string =>
  'code' in ending ? `exit code ${String(ending.code)}` : `signal ${ending.signal}`;

interface FailedServer {
  /** undefined: it went to standard error. */
  readonly log: string | undefined;
  /** PLUMBLINE_HOST, where the app was to listen. */
  readonly host: string;
}

const hostMend = (host: string): string =>
  host === '127.0.0.1' ? '' : `; PLUMBLINE_HOST is ${host}, which must be an address of this machine`;

const LINES_ABOVE = 'the lines above';

export const webServerEnded = (ending: Ending, { log = LINES_ABOVE, host }: FailedServer): string =>
  `the web server ended at once (${endingWords(ending)})${hostMend(host)}; see ${log}`;

export const webServerSilent = (seconds: number, { log = LINES_ABOVE, host }: FailedServer): string =>
  `the web server did not answer within ${String(seconds)} s${hostMend(host)}; see ${log}`;

export const logTargetUnknown = (given: string): string =>
  `PLUMBLINE_LOG_TO is ${quoted(given)}; it takes file or stderr`;

export const webServerNotStarted = (cause: string): string => `the web server could not be started: ${cause}`;

export const portInvalid = (given: string): string => `PORT is "${given}"; it takes a number from 1 to 65535`;
export const originInvalid = (given: string): string =>
  `PLUMBLINE_ORIGIN is ${quoted(given)}; it takes an address like https://plumbline.example`;
export const portTaken = (port: number): string =>
  `port ${String(port)} is in use; set PORT to another one, or unset it`;
export const portsTaken = (first: number, last: number): string =>
  `ports ${String(first)} to ${String(last)} are in use; set PORT to a free one`;

export const STEP_DATABASE = 'Database';
export const STEP_EXCHANGES = 'Exchanges';
export const EXCHANGES_ANSWER = 'reachable';
export const NO_EXCHANGE_REACHED =
  'none can be reached from here; showing a SIMULATED rehearsal. Real candles load at the next start with a network';

export const START_COMMAND = 'npm start';
export const DEV_COMMAND = 'npm run dev';
export const startArgumentUnknown = (given: string, command: string): string =>
  `"${given}" is not an option of \`${command}\`; its only option is --rehearsal: ${command} -- --rehearsal`;

/** Where the app is, once it can be opened. */
export const appOpen = (address: string, simulated: boolean): string =>
  `\n${simulated ? `${SIMULATED_NOTICE}\n` : ''}Plumbline is at ${address}\nPress Ctrl-C to stop.\n`;
/** The same of `plumbline serve`, on one line. */
export const servedAt = (address: string, simulated: boolean): string =>
  `${simulated ? 'Plumbline, SIMULATED rehearsal' : 'Plumbline'}: ${address}`;

export const appNotBuilt = (log: string): string => `the web app could not be built; see ${log}`;
export const ingestFailed = (cause: string): string => `the ingest failed: ${cause}`;

/** What stands beside two minutes of the rehearsal that browser tests look at. */
export const REHEARSED_ERRATA = {
  reason: 'The volume was counted twice.',
  asked: 'Asked whether the book was open.',
  statement: 'Our book was open.',
} as const;
