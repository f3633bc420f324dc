import { AsyncLocalStorage } from 'node:async_hooks';
import type { Packing } from './encoding';

/** The type of lines of progress with the answer as the last of them. */
export const NDJSON = 'application/x-ndjson';

/** Stands between the reader and the web framework, and hears of an answer what cannot be read off its bytes. */
interface Hearer {
  /** The answer as it would go out without lines of progress. */
  readonly plainly: (reply: Response) => void;
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

/** Says that the answer about to begin is packed; false: nobody hears it, so that it must not be. */
export function sayPacking(packing: Packing): boolean {
  const hearer = hearers().getStore();
  hearer?.packing(packing);
  return hearer !== undefined;
}
