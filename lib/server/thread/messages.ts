import type { Question } from '../../domain/question';
import type { Resolution } from '../deviations/deviations';
import type { Written } from '../long/written';
import type { Outcome } from '../http/outcome';

/** What the web server asks its analysis thread; `id` is of the asking. */
export type Asked =
  | { readonly kind: 'deviations'; readonly id: number; readonly question: Question; readonly resolution: Resolution }
  | { readonly kind: 'cancel'; readonly id: number };

/** What the thread tells; an answer comes written out, so that the thread that serves everybody has nothing left to do with it. */
export type Told =
  | { readonly kind: 'progress'; readonly id: number; readonly share: number }
  | { readonly kind: 'outcome'; readonly id: number; readonly outcome: Outcome<Written> }
  /** Broke: the stack, for the log. */
  | { readonly kind: 'failure'; readonly id: number; readonly stack: string };
