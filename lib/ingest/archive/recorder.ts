import type { Candle } from '../../domain/candle';
import {
  dayOf,
  minuteRange,
  minutesIn,
  overlap,
  plus,
  startOf,
  union,
  type Minute,
  type MinuteRange,
} from '../../domain/minute';
import type { Answer, Quarantined } from '../../domain/observation';
import { noteSetAside } from '../record/setAside';
import type { Fetched } from './pieceByPiece';

/** What a survey of a file showed that it speaks of. */
export interface Known {
  /** Where a minute without a row is one without a trade. */
  readonly proven: readonly MinuteRange[];
  /** Whether a row answers for its minute elsewhere too: of a candle, not of one trade among others. */
  readonly rowsAnswer: boolean;
  /** Given: what its candles say of volumes, whatever was read: nobody knows what amounts count. */
  readonly volume?: Pick<Candle, 'baseVolume' | 'quoteVolume'>;
}

const oneMinute = (at: Minute): MinuteRange => minuteRange(at, plus(at, 1));
const earliest = (a: Minute, b: Minute): Minute => (a < b ? a : b);

/** Takes what rows say, candles ascending, and records it a day at a time. Nothing outside of what is wanted is kept. */
export class PieceRecorder {
  #candles: Candle[] = [];
  #quarantined: Quarantined[] = [];
  /** Up to here all was recorded. */
  #done: Minute;
  readonly #to: Minute;
  readonly #recorded: MinuteRange[] = [];

  constructor(
    readonly fetched: Fetched,
    readonly known: Known,
  ) {
    const [first] = fetched.parts;
    if (first === undefined) throw new RangeError('nothing is wanted of the file');
    this.#done = first.from;
    this.#to = fetched.parts.reduce((end, { to }) => (to > end ? to : end), first.to);
  }

  /** What was answered so far: disjoint, ascending. */
  get answered(): readonly MinuteRange[] {
    return union(this.#recorded);
  }

  setAside(at: Minute | undefined, line: number, text: string, reason: string): void {
    if (at !== undefined && !this.#isWanted(at)) return;
    this.#quarantined.push({ minute: at, reason, raw: `line ${String(line)}: ${text.slice(0, 500)}` });
  }

  async take(candle: Candle): Promise<void> {
    const { minute } = candle;
    if (!this.#isWanted(minute)) return;
    if (dayOf(minute) > dayOf(this.#done)) await this.#flush(startOf(dayOf(minute)));
    this.#candles.push({ ...candle, ...this.known.volume });
  }

  async end(): Promise<void> {
    await this.#flush(this.#to);
  }

  #isWanted(at: Minute): boolean {
    return this.fetched.parts.some(({ from, to }) => at >= from && at < to);
  }

  #answeredIn(part: MinuteRange): readonly MinuteRange[] {
    const { proven, rowsAnswer } = this.known;
    const rows = [...this.#candles, ...this.#quarantined].flatMap(({ minute }) =>
      minute === undefined || minute >= part.to ? [] : [oneMinute(minute)],
    );
    const wanted = this.fetched.parts.flatMap((one) => overlap(one, part) ?? []);
    const silent = wanted.flatMap((one) => proven.flatMap((other) => overlap(one, other) ?? []));
    return union([...silent, ...(rowsAnswer ? rows : [])]);
  }

  async #flush(to: Minute): Promise<void> {
    const end = earliest(to, this.#to);
    if (end <= this.#done) return;
    const { market, options, provenance } = this.fetched;
    const shared = { market, source: options.source, askedAtMs: options.now(), provenance: [provenance] };
    const answers = this.#answeredIn(minuteRange(this.#done, end)).map((asked, i): Answer => {
      const inside = (minute: Minute): boolean => minute >= asked.from && minute < asked.to;
      return {
        ...shared,
        asked,
        candles: this.#candles.filter(({ minute }) => inside(minute)),
        quarantined: this.#quarantined.filter(({ minute }) => (minute === undefined ? i === 0 : inside(minute))),
      };
    });
    this.#done = end;
    this.#candles = [];
    this.#quarantined = this.#quarantined.filter(({ minute }) => minute !== undefined && minute >= end);
    if (answers.length === 0) return;
    for (const { asked, candles, quarantined } of answers)
      noteSetAside(asked, { candles, quarantined, areTrades: !this.known.rowsAnswer }, this.fetched.setAside);
    const recorded = await options.ledger.record(answers);
    this.#recorded.push(...answers.map(({ asked }) => asked));
    const sum = (of: (answer: Answer) => number): number => answers.reduce((total, answer) => total + of(answer), 0);
    options.recorded({
      minutes: sum(({ asked }) => minutesIn(asked)),
      candles: sum(({ candles }) => candles.length),
      quarantined: sum(({ quarantined }) => quarantined.length),
      recorded,
    });
  }
}
