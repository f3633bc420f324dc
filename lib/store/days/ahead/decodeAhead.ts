import type { Day } from '../../../domain/minute';
import { DayRoom } from '../dayRoom';
import { decodeBook } from '../decodeBook';
import { packedRow, type PackedDays } from './packed';
import { MEASURED, STATE, STATES } from './turns';

/** Some days of a walk, for the thread that decodes. */
export interface AheadTask {
  /** The walk's, see `turns.ts`. */
  readonly turns: SharedArrayBuffer;
  /** The walk's: day i lies in the room of place i modulo their number. */
  readonly rooms: readonly SharedArrayBuffer[];
  /** Which day of the walk is the first of these, from 0. */
  readonly from: number;
  readonly packed: PackedDays;
}

/**
 * Decodes days ahead of whoever measures them, and waits while every room holds a day that is not measured yet. Passes over days that were measured meanwhile,
 * all of them once the walk has ended. A day that cannot be read is left to whoever measures it, who fails by it.
 */
export function decodeAhead({ turns: shared, rooms: memory, from, packed }: AheadTask): void {
  const turns = new Int32Array(shared);
  const rooms = memory.map((one) => new DayRoom(one));
  for (let i = 0; i < packed.days; i += 1) {
    const place = from + i;
    if (measuredAfter(turns, place - rooms.length) > place) continue;
    const state = STATES + place;
    if (Atomics.compareExchange(turns, state, STATE.open, STATE.decoding) !== STATE.open) continue;
    const isDecoded = decodeInto(packed, i, rooms[place % rooms.length] as DayRoom);
    Atomics.store(turns, state, isDecoded ? STATE.decoded : STATE.left);
    Atomics.notify(turns, state);
  }
}

/** Waits until a day after the given one is being measured; answers which. */
function measuredAfter(turns: Int32Array, before: number): number {
  for (;;) {
    const measured = Atomics.load(turns, MEASURED);
    if (measured > before) return measured;
    Atomics.wait(turns, MEASURED, measured);
  }
}

function decodeInto(packed: PackedDays, i: number, room: DayRoom): boolean {
  try {
    for (let book = 0; book < packed.books; book += 1)
      decodeBook((packed.first + i) as Day, packedRow(packed, i, book), room.of(book));
    return true;
  } catch {
    return false;
  }
}
