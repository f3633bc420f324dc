// What the two threads of a walk over days tell each other, in shared memory: the day that is being measured, then a state of each day, from 0.

/** Where the number of the day being measured stands; until one is, 0. */
export const MEASURED = 0;
/** Where the state of the first day stands. */
export const STATES = 1;

/** Of a day: open, until the first of both takes it; `left` to whoever measures it. */
export const STATE = { open: 0, decoding: 1, decoded: 2, left: 3 } as const;
