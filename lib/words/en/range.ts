import { formatMinute, type MinuteRange } from '../../domain/minute';

/** `2025-10-10T20:00Z to 2025-10-11T00:00Z`. */
export const rangeText = (range: MinuteRange): string => `${formatMinute(range.from)} to ${formatMinute(range.to)}`;
