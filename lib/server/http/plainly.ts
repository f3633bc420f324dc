import { AsyncLocalStorage } from 'node:async_hooks';
import type { Packing } from './encoding';

/** The type of lines of progress with the answer as the last of them. */
export const NDJSON = 'application/x-ndjson';

/** Stands between the reader and the web framework, and hears of an answer what cannot be read off its bytes. */
interface Hearer {
  /** The answer as it would go out without lines of progress. */
  readonly plainly: (reply: Response) => void;
  /** The answer is told by lines, and goes on to be made until the signal that this gives is aborted: others may wait for it. */
  readonly begins: () => AbortSignal;
  /** The answer told by lines came to nothing that others can have. */
  readonly nothing: () => void;
  /** Before the answer begins: how its bytes are packed. */
  readonly packing: (packing: Packing) => void;
}

declare global {
  var plumblineHearer: AsyncLocalStorage<Hearer> | undefined;
}

/** One per process, however often the code is bundled. */
const hearers = (): AsyncLocalStorage<Hearer> => (globalThis.plumblineHearer ??= new AsyncLocalStorage<Hearer>());

/** Runs work that sends its answer with lines of progress. */
export const hearing = <T>(hearer: Hearer, work: () => T): T => hearers().run(hearer, work);

/** Called where an answer has come after lines of progress. */
export function sayPlainly(reply: () => Response): void {
  hearers().getStore()?.plainly(reply());
}

/** Called where an answer by lines begins; undefined: nobody but its reader waits for it. */
export function sayBegun(): { readonly signal: AbortSignal; readonly nothing: () => void } | undefined {
  const hearer = hearers().getStore();
  return hearer === undefined ? undefined : { signal: hearer.begins(), nothing: hearer.nothing };
}

/** Says that the answer about to begin is packed; false: nobody hears it, so that it must not be. */
export function sayPacking(packing: Packing): boolean {
  const hearer = hearers().getStore();
  hearer?.packing(packing);
  return hearer !== undefined;
}
