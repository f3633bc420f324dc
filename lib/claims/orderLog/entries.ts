import { MINUTE_MS } from '../../domain/minute';
import { shown } from '../reading/shown';
import { isTradingTime } from '../reading/times';
import { lastKey, objectOf, pathsOf, type LogLayout, type LogSaid } from './layout';
import { isDamaged } from '../reading/encoding';
import { mayBeCutOff, type Line } from '../reading/lines';
import { CsvRows, type CsvRow } from '../reading/records';
import { outcomeOf, type Field, type Outcome } from './outcome';
import { hasOtherStamp, instantOf, stampOf, type Stamp } from './stamps';

/** What is wrong with a line. */
export const LOG_FLAWS = [
  'too-long',
  'encoding',
  'quotes',
  'cells',
  'not-json',
  'no-time',
  'time',
  'year',
  'zone',
] as const;
export type LogFlaw = (typeof LOG_FLAWS)[number];

/** A line of which nothing is counted. */
export interface FlawedLine {
  readonly kind: 'flawed';
  /** The log's name. */
  readonly file: string;
  readonly line: number;
  readonly flaw: LogFlaw;
  readonly text: string;
}

/** One entry of a log: a line, of a text with the lines behind it that have no stamp of their own. */
export interface LogEntry {
  readonly kind: 'entry';
  readonly line: number;
  /** Milliseconds since 1970, UTC. */
  readonly ms: number;
  /** Whether the entry itself names its zone. */
  readonly isFixed: boolean;
  readonly outcome: Outcome;
  /** Lines of it, 1 or more. */
  readonly lines: number;
  /** The line of it in which the log ends without a line end: it is read as it is, and its end may be lost. undefined: none. */
  readonly unended: number | undefined;
}

/** Of the lines behind a stamp, more than a trace of calls has are not searched. */
const MOST_JOINED = 200;

type Read = LogEntry | FlawedLine;

/** Reads the lines of one log: entries, and lines that cannot be read. Nothing is left out: each line is of an entry, or a flaw, or the head. */
export class Entries {
  #open:
    | { readonly line: number; readonly time: Timed; texts: string[]; lines: number; unended: number | undefined }
    | undefined;

  readonly #csv: CsvRows;

  constructor(
    readonly layout: LogLayout,
    readonly said: LogSaid,
    readonly file: string,
  ) {
    this.#csv = new CsvRows(layout.delimiter, layout.names.length);
  }

  take(line: Line): readonly Read[] {
    const text = line.number === 1 ? line.text.replace(/^\uFEFF/, '') : line.text;
    if (this.layout.format === 'csv')
      return line.number <= this.layout.headLine ? [] : this.#csv.take(line).map((row) => this.#ofRow(row));
    if (line.isCut) return [...this.end(), this.#flawed(line, 'too-long', text)];
    if (isDamaged(text)) return [...this.end(), this.#flawed(line, 'encoding', text)];
    switch (this.layout.format) {
      case 'json':
        return [this.#ofJson(line, text)];
      case 'text':
        return this.#ofText(line, text);
    }
  }

  /** What is still open: no line follows it. */
  end(): readonly Read[] {
    if (this.layout.format === 'csv') return this.#csv.end().map((row) => this.#ofRow(row));
    const open = this.#open;
    this.#open = undefined;
    if (open === undefined) return [];
    const { line, time, texts, lines, unended } = open;
    return [this.#entry(time, [['', texts.join('\n')]], { line, lines, unended })];
  }

  #ofJson(line: Line, text: string): Read {
    const object = objectOf(text);
    if (object === undefined) return this.#flawed(line, 'not-json', text);
    const paths = pathsOf(object);
    const { columns } = this.layout;
    const timeText = paths.find(([path]) => path === columns.time)?.[1];
    if (timeText === undefined) return this.#flawed(line, 'no-time', text);
    const fields = paths
      .filter(([path]) => path !== columns.time)
      .map(([path, value]): Field => [path === columns.code ? 'code' : lastKey(path), value]);
    // What of an object was cut off would have left no object.
    return this.#timed(line, instantOf(timeText, this.said), fields, { lines: 1, unended: undefined });
  }

  #ofRow({ line, lines, cells }: CsvRow): Read {
    const { layout } = this;
    const { text } = line;
    if (line.isCut) return this.#flawed(line, 'too-long', text);
    if (isDamaged(text)) return this.#flawed(line, 'encoding', text);
    if (cells === undefined) return this.#flawed(line, 'quotes', text);
    const { time, code } = layout.columns;
    const timeText = cells[time === undefined ? -1 : layout.names.indexOf(time)];
    if (timeText === undefined || cells.length > layout.names.length) return this.#flawed(line, 'cells', text);
    if (timeText === '') return this.#flawed(line, 'no-time', text);
    const fields = layout.names.flatMap((name, i): readonly Field[] =>
      name === time || cells[i] === undefined ? [] : [[name === code ? 'code' : name, cells[i]]],
    );
    // The column of a cell that is not there was not reached.
    const isShort = line.isUnended === true && cells.length < layout.names.length;
    const unended = isShort || mayBeCutOff(line) ? line.number : undefined;
    return this.#timed(line, instantOf(timeText, this.said), fields, { lines, unended });
  }

  #timed(
    line: Line,
    stamp: Stamp | undefined,
    fields: readonly Field[],
    of: Pick<LogEntry, 'lines' | 'unended'>,
  ): Read {
    const time = this.#time(stamp);
    return typeof time === 'string'
      ? this.#flawed(line, time, line.text)
      : this.#entry(time, fields, { line: line.number, ...of });
  }

  #ofText(line: Line, text: string): readonly Read[] {
    const stamp = stampOf(text, this.said);
    const unended = line.isUnended === true ? line.number : undefined;
    if (stamp === undefined) {
      if (hasOtherStamp(text)) return [...this.end(), this.#flawed(line, 'time', text)];
      if (this.#open === undefined) return [this.#flawed(line, 'no-time', text)];
      if (this.#open.lines < MOST_JOINED) this.#open.texts.push(text);
      this.#open.lines += 1;
      this.#open.unended = unended;
      return [];
    }
    const before = this.end();
    const time = this.#time(stamp);
    if (typeof time === 'string') return [...before, this.#flawed(line, time, text)];
    this.#open = { line: line.number, time, texts: [text], lines: 1, unended };
    return before;
  }

  #time(stamp: Stamp | undefined): Timed | LogFlaw {
    if (stamp === undefined || stamp === 'invalid') return 'time';
    if (stamp === 'no-year') return 'year';
    const zone = stamp.zone ?? this.said.zone ?? this.layout.zone;
    if (zone === undefined) return 'zone';
    const ms = stamp.ms - zone * MINUTE_MS;
    return !isTradingTime(ms) ? 'time' : { ms, isFixed: stamp.zone !== undefined };
  }

  #flawed(line: Line, flaw: LogFlaw, text: string): FlawedLine {
    return { kind: 'flawed', file: this.file, line: line.number, flaw, text: shown(text) };
  }

  #entry({ ms, isFixed }: Timed, fields: readonly Field[], of: Pick<LogEntry, 'line' | 'lines' | 'unended'>): LogEntry {
    return { kind: 'entry', ms, isFixed, outcome: outcomeOf(fields, this.said.venue), ...of };
  }
}

interface Timed {
  readonly ms: number;
  readonly isFixed: boolean;
}
