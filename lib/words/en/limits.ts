import { codeOf } from '../typed';

/** A window of which every minute was asked for, and which has too many. `sizes`: of buckets, in minutes. */
export const everyMinuteTooLong = (days: number, mostDays: number, sizes: readonly number[]): string =>
  `every minute of ${String(days)} days does not fit into one answer; ask for at most ${String(mostDays)} days, for a resolution of ${sizes.join(', ')} minutes, or use ${codeOf('analyze --csv')}`;

/** A file of a form that has every minute of its window. */
export const everyMinuteOfForm = (days: number, mostDays: number, form: string): string =>
  `every minute of ${String(days)} days does not fit into one ${form} file; ask for at most ${String(mostDays)} days, or use ${codeOf('analyze --csv')}`;
