import type { ChangedBook } from '../../store/changes/changes';
import type { Standing } from './standing';

/** What is written while something is made of the stored data. */
export class Meanwhile {
  /** Told since it was begun, in order. */
  readonly changes: ChangedBook[] = [];
  /** What is written meanwhile is not known. */
  isLost = false;

  /** Whether what was told since has made stale what rests on that. */
  isOvertaken(standing: Standing, upTo = this.changes.length): boolean {
    return this.isLost || this.changes.slice(0, upTo).some((change) => standing.isTouchedBy(change));
  }
}
