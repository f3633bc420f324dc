import type { Market, Source } from '../../domain/market';
import {
  clampedMinute,
  minuteRange,
  minutesIn,
  overlap,
  plus,
  subtract,
  union,
  type Minute,
  type MinuteRange,
} from '../../domain/minute';
import type { Recorded } from '../../domain/observation';
import { gapWords } from '../../words/en/ingest';
import { mend } from '../../words/en/mends';
import { missingOf, type Missing, type NoteMissing } from '../record/missing';
import { noteSetAside } from '../record/setAside';
import { answersOf, unknownIn, within } from './answers';
import { askPage, type Asking, type ReadPage } from './askPage';
import type { Doubt } from './doubt';
import { nextPart, servedPart, unansweredOf, type Served, type Sharing } from './parts';
import { SeenRows } from './seenRows';
import { servable } from './servable';
import { askSilences, type Silence } from './silence';
import { isLong } from './spans';

/** What a recorded page changed. */
export interface PageRecorded {
  readonly minutes: number;
  readonly candles: number;
  readonly quarantined: number;
  /** What the ledger says of this page alone, where it was asked again. */
  readonly recorded: Recorded | undefined;
}

export interface PagerOptions extends Asking, Sharing, Served {
  readonly source: Source;
  readonly now: () => number;
  readonly signal: AbortSignal | undefined;
  readonly recorded: (page: PageRecorded) => void;
  /** The rows this run has seen of the market, shared by all that ask for it; absent: none yet. */
  readonly seen?: SeenRows;
  /** No row came when the range was asked before in this run: it is asked with as much around it as one request holds. */
  readonly isLate?: boolean;
  /** Silence is left as it is: the next round asks for it with what follows. */
  readonly waits?: boolean;
}

/**
 * Where no row is known before or after a silence, one is looked for so far beyond it: in an hour all but the thinnest markets
 * trade, and with it a few hours of silence still fit into one reply of the smallest cap.
 */
export const LOOK_MINUTES = 60;

/** So often a range is looked up again for what another process has answered meanwhile: a query of a millisecond. */
const LOOK_EVERY_PAGES = 8;

/** Notes what a reply that answers does not say: minutes that may be an unreadable row's, and rows in quarantine. */
function noteFlaws(asked: MinuteRange, read: ReadPage, note: NoteMissing): void {
  for (const unknown of unknownIn(read)) note(unknown, gapWords.unreadableTime, mend.later, 'failed');
  noteSetAside(asked, read.reading, note);
}

/** Hands a page to the writer; resolves when it takes more. */
async function recordPage(market: Market, read: ReadPage, options: PagerOptions): Promise<void> {
  const answers = answersOf(market, options.source, options.now(), read);
  const counts = {
    minutes: answers.reduce((sum, answer) => sum + minutesIn(answer.asked), 0),
    candles: read.reading.candles.length,
    quarantined: read.reading.quarantined.length,
  };
  const recorded = (changed: Recorded | undefined): void => {
    options.recorded({ ...counts, recorded: changed });
  };
  await options.writer.add(answers, recorded, options.again === true);
}

/** What is left of a page once it is recorded. */
interface PageEnd {
  /** To be asked with what follows. */
  readonly left: readonly MinuteRange[];
  /** No row came, and nothing shows that nothing was traded. */
  readonly silent: readonly MinuteRange[];
  /** The row after which the reply fell silent: what is left is asked from it on, so that a later row proves the silence. */
  readonly lastRow?: Minute;
}

const NOTHING_LEFT: PageEnd = { left: [], silent: [] };

/** One market's ranges on their way from a venue's pages into the ledger. */
class Paging {
  readonly #missing: Missing[];
  readonly #note: NoteMissing;
  readonly #seen: SeenRows;
  /** The most minutes of one request. */
  readonly #rows: number;
  #pending: MinuteRange[] = [];
  #silent: MinuteRange[] = [];
  #lastRow: Minute | undefined;
  /** Long silences in which a row turned up when they were asked again: put back once. */
  readonly #putBack: MinuteRange[] = [];

  constructor(
    readonly market: Market,
    readonly options: PagerOptions,
  ) {
    const { missing, note } = missingOf(market, options.source);
    const rules = options.connection.rules(market);
    this.#missing = missing;
    this.#note = note;
    this.#seen = options.seen ?? new SeenRows();
    this.#rows = rules.rowsAsked - rules.leadMinutes;
  }

  get #look(): number {
    return this.options.isLate === true ? this.#rows : Math.min(LOOK_MINUTES, this.#rows);
  }

  get #isStopped(): boolean {
    return this.options.signal?.aborted === true;
  }

  async run(range: MinuteRange): Promise<readonly Missing[]> {
    const { writer, again = false } = this.options;
    const asked = again ? [range] : await unansweredOf(this.market, [range], this.options);
    if (this.options.isLate === true) this.#silent = [...asked];
    else this.#pending = [...asked];
    for (let asks = 1; ; asks += 1) {
      if (!again && (asks % LOOK_EVERY_PAGES === 0 || writer.company))
        this.#pending = [...(await unansweredOf(this.market, this.#pending, this.options))];
      const part = nextPart(this.#pending, this.#rows, this.options);
      if (part !== undefined) await this.#page(part);
      else if (this.#silent.length > 0) await this.#hearAgain();
      else return this.#missing;
    }
  }

  /** Asks for the first page of a part; what is left of it comes before all else. */
  async #page(part: MinuteRange): Promise<void> {
    const { connection, writer } = this.options;
    if (this.#isStopped) {
      this.#note(part, gapWords.stopped, mend.later, 'stopped');
      return;
    }
    const served = servedPart(this.market, part, this.options, this.#note);
    if (served === undefined) return;
    // A page does not reach over a renaming: each side of it is asked for by its own ticker.
    const [named = served] = connection.partsOf(this.market, served);
    const before = this.#lastRow === plus(served.from, -1) && named.from === served.from ? 1 : 0;
    const asked = minuteRange(served.from, Math.min(named.to, served.from + this.#rows - before) as Minute);
    const rest = asked.to < served.to ? [minuteRange(asked.to, served.to)] : [];
    const isLast = rest.length === 0 && this.#pending.length === 0;
    const { left, silent, lastRow } = await this.#bringInPage(asked, this.#spanOf(asked, before, isLast));
    this.#lastRow = lastRow;
    this.#silent.push(...silent);
    const next = [...left, ...rest, ...this.#pending];
    // Silence at the end of a page is asked for with what follows it: a row there proves it.
    this.#pending = writer.company ? next : [...union(next)];
  }

  /** What is asked for a page: with the row before it after a silence, and where nothing follows with what lies beyond. */
  #spanOf(asked: MinuteRange, before: 0 | 1, isLast: boolean): MinuteRange {
    if (before === 0) return asked;
    const from = plus(asked.from, -1);
    const to = isLast ? (Math.min(asked.to + this.#look, from + this.#rows) as Minute) : asked.to;
    return this.#bounded(minuteRange(from, Math.max(to, asked.to) as Minute), asked);
  }

  /** As much of a range as can be asked together with a part of it: served now, and under the same ticker. */
  #bounded(range: MinuteRange, part: MinuteRange): MinuteRange {
    const { connection } = this.options;
    const served = servable(range, connection.clockMs(), connection.rules(this.market).depthMinutes).within ?? part;
    const named = connection.partsOf(this.market, served).find((one) => overlap(one, part) !== undefined) ?? part;
    return minuteRange(Math.min(named.from, part.from) as Minute, Math.max(named.to, part.to) as Minute);
  }

  #ask(span: MinuteRange): Promise<ReadPage> {
    return askPage(this.market, span, this.options.connection.rules(this.market), this.options);
  }

  async #record(part: MinuteRange, read: ReadPage): Promise<void> {
    noteFlaws(part, read, this.#note);
    await recordPage(this.market, read, this.options);
  }

  /**
   * Asks for a span and records what it says of `asked`. A reply that does not answer, or covers no minute because none is closed
   * yet, leaves nothing to ask in this run: that is noted.
   */
  async #bringInPage(asked: MinuteRange, span: MinuteRange): Promise<PageEnd> {
    const whole = await this.#ask(span);
    const { problem, rows } = whole.reading;
    if (problem !== undefined) {
      this.#note(asked, gapWords.nothingRecorded(problem), mend.laterOrImport, 'failed');
      return NOTHING_LEFT;
    }
    const agrees = this.#seen.agreesWith(rows);
    this.#seen.add(rows);
    if (!agrees) return { left: [], silent: [asked] };
    const read = within(whole, asked);
    const { covered, silent, end } = read.reading;
    await this.#record(asked, read);
    if (end <= asked.from) {
      this.#note(asked, gapWords.unsettled, mend.later, 'not-served');
      return NOTHING_LEFT;
    }
    if (covered === undefined)
      return {
        left: end < asked.to ? [minuteRange(end, asked.to)] : [],
        silent: [minuteRange(asked.from, end)],
      };
    const head = asked.from < covered.from ? [minuteRange(asked.from, covered.from)] : [];
    const tail = covered.to < asked.to ? [minuteRange(covered.to, asked.to)] : [];
    if (this.options.waits === true) return { left: [], silent: [...head, ...silent, ...tail] };
    const isSilentAtEnd = tail.length > 0;
    return {
      left: tail,
      silent: [...head, ...silent],
      ...(isSilentAtEnd ? { lastRow: plus(covered.to, -1) } : {}),
    };
  }

  /** Asks again about all silences at once, in another page size; what stays silent is noted. */
  async #hearAgain(): Promise<void> {
    const { connection, again = false, waits = false } = this.options;
    const silences = union(this.#silent).flatMap((one) => connection.partsOf(this.market, one));
    this.#silent = [];
    if (this.#isStopped) {
      for (const one of silences) this.#note(one, gapWords.stopped, mend.later, 'stopped');
      return;
    }
    const doubt = this.#doubt();
    const wasPutBack = (one: MinuteRange): boolean =>
      isLong(minutesIn(one), doubt) && this.#putBack.some((other) => other.from <= one.from && one.to <= other.to);
    const [known, unknown] = [silences.filter(wasPutBack), silences.filter((one) => !wasPutBack(one))];
    const asked = again || waits ? unknown : await unansweredOf(this.market, unknown, this.options);
    const heard = waits ? { silent: this.#waiting(asked), left: [] } : await askSilences(asked, doubt);
    this.#putBack.push(...heard.left.filter((one) => isLong(minutesIn(one), doubt)));
    this.#pending = [...union([...heard.left, ...this.#pending])];
    for (const silence of [...heard.silent, ...known.map((range): Silence => ({ range, cause: 'no-answer' }))])
      this.#noteSilence(silence);
  }

  #waiting(ranges: readonly MinuteRange[]): Silence[] {
    const isFlat = this.options.connection.rules(this.market).emptyMinutes === 'flat';
    return ranges.map((range) => ({ range, cause: isFlat ? 'fills' : 'no-rows-around' }));
  }

  #doubt(): Doubt {
    const { connection } = this.options;
    return {
      emptyMinutes: connection.rules(this.market).emptyMinutes,
      seen: this.#seen,
      room: this.#rows,
      look: this.#look,
      bounded: (range, part) => this.#bounded(range, part),
      ask: (span) => this.#ask(span),
      record: async (read) => {
        const { covered } = read.reading;
        if (covered !== undefined) await this.#record(covered, read);
      },
    };
  }

  #noteSilence({ range, cause }: Silence): void {
    const listed = this.options.connection.listedFrom(this.market);
    const before = listed === undefined ? undefined : overlap(range, minuteRange(clampedMinute(0), listed));
    if (before !== undefined && listed !== undefined)
      this.#note(before, gapWords.notYetListed(listed), mend.listed, 'not-served');
    for (const part of before === undefined ? [range] : subtract(range, [before]))
      this.#note(part, gapWords.silent(cause), mend.repair, 'silent');
  }
}

/**
 * Brings in what the ledger does not have of a market's range, page by page, each handed to the writer by itself: whatever
 * ends this early loses the page under way, and the next run goes on there. Minutes without a row are answered only where that is
 * proven (`silence.ts`). Gives what could not be had. Rejects with a `VenueError` when the venue stops answering.
 */
export const bringIn = (market: Market, range: MinuteRange, options: PagerOptions): Promise<readonly Missing[]> =>
  new Paging(market, options).run(range);
