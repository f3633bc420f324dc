import type { Rests } from '../../../store/connection/reading';
import type { Entry } from '../entry';

/** An answer, and what it rests on. */
export interface Shelved {
  readonly entry: Entry;
  readonly rests: Rests;
}

/** Where answers outlast the process. What is wrong with it is never a reader's: then there is nothing on it. */
export interface Shelf {
  /** Whether there may be an answer of that key. */
  has(key: string): boolean;
  /** An answer that nothing was written to since; undefined: none. */
  take(key: string): Promise<Shelved | undefined>;
  /** Its answer went out from memory: it is not the one used longest ago. */
  used(key: string): void;
  /** The versions of what an answer rests on. Throws where the database does not answer. */
  fingerprint(rests: Rests): Promise<string>;
  put(key: string, shelved: Shelved, fingerprint: string): Promise<void>;
}
