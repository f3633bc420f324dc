import type { MinuteRange } from '../../domain/minute';
import type { ReadPage } from './askPage';
import type { SeenRows } from './seenRows';

/** What asking about silences takes. */
export interface Doubt {
  readonly emptyMinutes: 'flat' | 'omitted';
  readonly seen: SeenRows;
  /** The longest range of one request, in minutes. */
  readonly room: number;
  /** So far beyond a silence a row is looked for where none is known, in minutes. */
  readonly look: number;
  /** The part of a range that can be asked at once with `around`: within the history, closed, under one ticker. */
  readonly bounded: (range: MinuteRange, around: MinuteRange) => MinuteRange;
  readonly ask: (span: MinuteRange) => Promise<ReadPage>;
  /** Hands over what a reply says of the minutes it covers. */
  readonly record: (read: ReadPage) => Promise<void>;
}
