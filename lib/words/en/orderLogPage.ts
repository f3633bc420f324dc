import { codeOf } from '../typed';
import { count, utc } from './numbers';

/** The page on which a bot's own log is counted, and its strip under a chart. What the log has, never why, nor whose doing. */
export const orderLogHead = {
  title: 'Rejections in your order log',
  lead: 'Choose the log that your bot wrote (CSV, JSON or text). Its rejections are counted minute by minute, code by code, layer by layer: requests that did not get through, and orders that the venue refused.',
  /** What leaves the browser. */
  kept: 'The files stay on this device. Your browser reads them and sends this site nothing.',
} as const;

export const logPicker = {
  label: 'The files with your order log',
  drop: 'Drop files here, or',
  dropNow: 'Release to read them',
  choose: 'Choose files',
  another: 'Choose other files',
  formats: 'Logs with time stamps: CSV, JSON (an object a line), or text',
  get noScript(): string {
    return `Your browser needs JavaScript to read the files. Without it, use ${codeOf('orderlog FILE')}.`;
  },
} as const;

export const logProblems = {
  noTime: 'No time was found at the beginning of its lines.',
  get unreadable(): string {
    return `This browser could not read the files. Use a current version of it, or ${codeOf('orderlog FILE')} on the command line.`;
  },
  reading: 'Reading the files…',
  progress: 'Progress of the reading',
} as const;

/** How a file is read. */
export const logFileWords = {
  title: 'How the files are read',
  guessed: 'What is shown here was guessed from the first lines. Check it.',
  asks: 'Choose what the file does not say:',
  format: 'Form',
  formats: { json: 'JSON', csv: 'CSV', text: 'Text' },
  zone: 'Clock of the file',
  choose: 'choose',
  ownZone: 'each time names its zone',
  ofHead: 'as its columns say',
  noCheck: 'Prices cannot show whether this zone is right. Compare an entry whose time you remember.',
  year: 'Year',
  time: 'Time',
  code: 'Code',
  none: 'none',
  firstLines: 'First lines',
} as const;

export const logTotals = {
  title: 'Total',
  rejected: 'Rejected',
  rate: 'Rejection rate',
  noRate: 'not known',
  noRateWhy: 'The log names no success. It may list errors alone, so the number of attempts is not known.',
  reduceOnly: 'Rejected, reduce-only',
  attempts: (rejected: number, attempts: number): string => `${count(rejected)} of ${count(attempts)} attempts.`,
  longest: 'Longest run without a success',
  run: (attempts: number): string => `${count(attempts)} ${attempts === 1 ? 'attempt' : 'attempts'}`,
  openRun: 'The run reaches an end of the log.',
  withoutCode: (entries: number, errors: number): string =>
    `${count(entries)} entries name neither a code nor a success; ${count(errors)} of them speak of an error.`,
  beyond: (attempts: number): string => `Attempts in further minutes, counted in the totals alone: ${count(attempts)}.`,
  cause: 'These are counts. They do not say why, nor whose doing it was.',
  twice: 'An order that was logged in several entries is counted with each.',
  sameAs: (file: string, other: string): string => `${file} has the same bytes as ${other}: it adds nothing.`,
  unended: (file: string, line: number): string =>
    `${file} has no line end after line ${count(line)}: that line may be cut off, and counts as it is read.`,
  saveCsv: 'Save the minutes (CSV)',
  saveMarkdown: 'Save the result (text)',
  saveJson: 'Save the result (JSON)',
} as const;

export const logLayers = {
  title: 'By code',
  lead: 'Transport: the request or its answer did not get through. Business: the venue’s rules or its risk control refused the order. Unknown: our table does not have the code.',
  transport: 'Transport',
  business: 'Business',
  unknown: 'Unknown',
  code: 'Code',
  layer: 'Layer',
  count: 'Rejected',
  says: 'As its publisher calls it',
  sources: 'Sources',
} as const;

export const logMinutes = {
  title: 'By minute',
  lead: 'Minutes with a rejection.',
  time: 'Time, UTC',
  accepted: 'Accepted',
  codes: 'Codes',
  more: (more: number): string => `Show ${count(more)} more`,
} as const;

export const logLines = {
  title: 'Lines that could not be read',
  lead: (flawed: number, lines: number): string =>
    `${count(flawed)} of ${count(lines)} lines. None of them is counted.`,
  file: 'File',
  line: 'Line',
  what: 'What is wrong',
  text: 'In the file',
  flaws: {
    'too-long': 'line too long',
    encoding: 'not UTF-8; save the file as UTF-8',
    quotes: 'quotes do not close',
    cells: 'cells are missing or too many',
    'not-json': 'not JSON',
    'no-time': 'no time',
    time: 'not a time',
    year: 'no year',
    zone: 'no zone',
  },
} as const;

/** The strip under a chart. */
export const logStrip = {
  title: 'Your order log: rejections per minute',
  own: 'From your own file. It is in this tab alone, in no address, and in no picture, file or bundle of Plumbline.',
  show: 'Show under the charts of this tab',
  shown: 'Shown under the charts of this tab.',
  open: 'Open the events',
  remove: 'Remove',
  below: 'below the line: reduce-only',
  inWindow: 'in this window',
  inLog: 'in the whole log',
  none: 'The log has no rejection in this window.',
  venue: 'Episodes of',
  minute: (iso: string, rejected: number, reduceOnly: number, accepted: number): string =>
    `${utc(iso)} UTC: ${count(rejected)} rejected (${count(reduceOnly)} reduce-only), ${count(accepted)} accepted`,
  together: (both: number, rejected: number, episode: number): string =>
    `Minutes with a rejection: ${count(rejected)}; of these episodes: ${count(episode)}; both: ${count(both)}.`,
  lead: (minutes: number): string =>
    minutes === 0
      ? 'The first rejection and the first episode begin in the same minute.'
      : minutes > 0
        ? `First rejection: ${count(minutes)} min before the first episode.`
        : `First rejection: ${count(-minutes)} min after the first episode begins.`,
  lag: (minutes: number): string =>
    minutes === 0
      ? 'The last rejection is in the last episode minute.'
      : minutes > 0
        ? `Last rejection: ${count(minutes)} min before the last episode minute.`
        : `Last rejection: ${count(-minutes)} min after the last episode minute.`,
  cause: 'An order in time, not a cause.',
} as const;
