import { reasonOf } from '../../store/connection/failures';
import { DATABASE_UNAVAILABLE, notMigrated } from '../../words/en/serverProblems';

/** Who asks whether we are ready asks again in some seconds, and does not wait longer. */
const PATIENCE_MS = 2_000;

export interface ReadinessOptions {
  /** The migrations that the database lacks; throws where it does not answer or was made by others. */
  readonly missing: () => Promise<readonly string[]>;
  readonly patienceMs?: number;
  /** Told of a failure in full; the reader is told no name of a server. */
  readonly say: (line: string) => void;
}

/** Says why the app cannot answer, in one line; undefined: it can. However many ask at once, the database is asked once. */
export function readiness({
  missing,
  patienceMs = PATIENCE_MS,
  say,
}: ReadinessOptions): () => Promise<string | undefined> {
  let asked: Promise<string | undefined> | undefined;
  const ask = async (): Promise<string | undefined> => {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => {
        reject(new Error(DATABASE_UNAVAILABLE));
      }, patienceMs);
    });
    try {
      const names = await Promise.race([missing(), late]);
      return names.length === 0 ? undefined : notMigrated(names);
    } catch (failure) {
      say(reasonOf(failure));
      return DATABASE_UNAVAILABLE;
    } finally {
      clearTimeout(timer);
    }
  };
  return () => {
    asked ??= ask().finally(() => {
      asked = undefined;
    });
    return asked;
  };
}
