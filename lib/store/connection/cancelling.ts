import { AsyncLocalStorage } from 'node:async_hooks';
import { setMaxListeners } from 'node:events';

interface Under {
  /** undefined: the work goes on whoever left. */
  readonly signal: AbortSignal | undefined;
}

declare global {
  var plumblineCancelling: AsyncLocalStorage<Under> | undefined;
}

/** One per process, however often the code is bundled. */
const under = (): AsyncLocalStorage<Under> => (globalThis.plumblineCancelling ??= new AsyncLocalStorage<Under>());

/** Runs work that ends when the signal is aborted: its statement in the database is cancelled, and no further one is sent. */
export function cancelling<T>(signal: AbortSignal, work: () => T): T {
  // A page asks for dozens of things at once, each of which listens until it is there: more than Node's ten are no leak.
  setMaxListeners(0, signal);
  return under().run({ signal }, work);
}

/** Runs work that others wait for as well, or that must be finished: no reader who leaves ends it. */
export const uncancelled = <T>(work: () => T): T => under().run({ signal: undefined }, work);

/** What ends the work that is being done; undefined: nothing does. */
export const cancelSignal = (): AbortSignal | undefined => under().getStore()?.signal;

/** Throws the reason where nobody waits any more for what is being done. Called between two pieces of long work. */
export const throwIfCancelled = (): void => {
  cancelSignal()?.throwIfAborted();
};

/** The reason where the last reader has left. By its name, like those of Node and of the web framework, it is no failure. */
export const nobodyWaits = (): Error =>
  Object.assign(new Error('nobody waits for the answer any more'), { name: 'AbortError' });

const LATE = 'AnswerLate';

/** The reason where making an answer took longer than any may. */
export const answerLate = (): Error => Object.assign(new Error('the answer took too long'), { name: LATE });

/** Whether that is why work ended, be it of another bundle or thread. */
export const isAnswerLate = (failure: unknown): boolean => failure instanceof Error && failure.name === LATE;
