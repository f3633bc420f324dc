import { AsyncLocalStorage } from 'node:async_hooks';

/** The type of lines of progress with the answer as the last of them. */
export const NDJSON = 'application/x-ndjson';

type Hear = (reply: Response) => void;

declare global {
  var plumblinePlainly: AsyncLocalStorage<Hear> | undefined;
}

/** One per process, however often the code is bundled. */
const hearers = (): AsyncLocalStorage<Hear> => (globalThis.plumblinePlainly ??= new AsyncLocalStorage<Hear>());

/** Runs work that sends its answer with lines of progress; `hear` is given the answer as it would go out without them. */
export const hearingPlainly = <T>(hear: Hear, work: () => T): T => hearers().run(hear, work);

/** Called where an answer has come after lines of progress. */
export function sayPlainly(reply: () => Response): void {
  hearers().getStore()?.(reply());
}
