import type { Day } from '../../../domain/minute';
import { DayRoom } from '../dayRoom';
import type { AheadTask } from './decodeAhead';
import type { PackedDays } from './packed';
import { MEASURED, STATE, STATES } from './turns';

/** Decoding is several times faster than measuring: one day is measured, and two more smooth what comes in fits and starts. */
const ROOMS = 3;
/** A day is decoded within a few milliseconds: a thread that takes this long over one has ended. */
const PATIENCE_MS = 1_000;
/** After every day. */
const ENDED = 2 ** 31 - 1;

/** Which days are walked over, of how many books. */
export interface WalkedDays {
  readonly first: Day;
  readonly days: number;
  readonly books: number;
}

/**
 * A walk over days that another thread decodes ahead. It never is waited for but in the middle of a day: a day that it has not begun when
 * its turn comes, cannot read or dies over is left to whoever measures.
 */
export class DaysAhead {
  readonly #post: (task: AheadTask) => void;
  readonly #first: Day;
  readonly #patienceMs: number;
  readonly #turns: Int32Array<SharedArrayBuffer>;
  readonly #memory: readonly SharedArrayBuffer[];
  readonly #rooms: readonly DayRoom[];
  /** Of the day asked for last. */
  #room: DayRoom | undefined;

  constructor(post: (task: AheadTask) => void, { first, days, books }: WalkedDays, patienceMs = PATIENCE_MS) {
    this.#post = post;
    this.#first = first;
    this.#patienceMs = patienceMs;
    this.#turns = new Int32Array(new SharedArrayBuffer((STATES + days) * Int32Array.BYTES_PER_ELEMENT));
    this.#memory = Array.from({ length: ROOMS }, () => DayRoom.memoryFor(books));
    this.#rooms = this.#memory.map((memory) => new DayRoom(memory));
  }

  /** Hands the next days to the other thread: those after the ones handed before. */
  decode(packed: PackedDays): void {
    this.#post({ turns: this.#turns.buffer, rooms: this.#memory, from: packed.first - this.#first, packed });
  }

  /** The room where a day lies decoded, until a later day is asked for; undefined: whoever asks decodes it. Days are asked for in order. */
  on(day: Day): DayRoom | undefined {
    const place = day - this.#first;
    this.#room?.clear();
    this.#measures(place);
    const at = STATES + place;
    if (Atomics.compareExchange(this.#turns, at, STATE.open, STATE.left) === STATE.decoding)
      Atomics.wait(this.#turns, at, STATE.decoding, this.#patienceMs);
    this.#room = Atomics.load(this.#turns, at) === STATE.decoded ? this.#rooms[place % ROOMS] : undefined;
    return this.#room;
  }

  /** Nothing more is asked for: the other thread goes on to other walks. */
  end(): void {
    this.#measures(ENDED);
  }

  #measures(place: number): void {
    Atomics.store(this.#turns, MEASURED, place);
    Atomics.notify(this.#turns, MEASURED);
  }
}
