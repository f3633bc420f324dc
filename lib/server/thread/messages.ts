import type { Speech } from '../../words/spoken';
import type { PoolCounts } from '../../store/connection/poolCounts';
import type { Rests } from '../../store/connection/reading';
import type { Outcome } from '../http/outcome';
import type { Results, Task } from './tasks';

/** To the thread; `id` names the task. */
export type ToThread =
  | { readonly kind: 'task'; readonly id: number; readonly task: Task; readonly speech: Speech }
  | { readonly kind: 'cancel'; readonly id: number };

/** From the thread. */
export type FromThread =
  | { readonly kind: 'progress'; readonly id: number; readonly share: number }
  | {
      readonly kind: 'outcome';
      readonly id: number;
      readonly outcome: Outcome<Results[Task['kind']]>;
      readonly rests?: Rests | undefined;
    }
  /** The task threw: its stack, for the log. */
  | { readonly kind: 'failure'; readonly id: number; readonly stack: string }
  /** Its connections to the database are others than told last. */
  | { readonly kind: 'pool'; readonly pool: PoolCounts };
