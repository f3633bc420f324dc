import { archiveWords } from '../../words/en/archive';
import { msOf, unitShown } from '../files/time';
import type { ArchiveFiles } from './archive';

/**
 * A row's time in ms since 1970 (with a fraction for microseconds), or why it cannot be read: it must be in the unit the archive uses
 * for that time, which its digits tell.
 */
export function timeIn(cell: string | undefined, { timeUnit }: Pick<ArchiveFiles, 'timeUnit'>): number | string {
  const text = (cell ?? '').trim();
  const unit = unitShown(text);
  if (unit === undefined || unit === 'iso' || unit === 'ns') return archiveWords.noTime;
  const ms = msOf(text, { unit, zone: 0 });
  if (Number.isNaN(ms)) return archiveWords.noTime;
  const usual = timeUnit(ms);
  return unit === usual ? ms : archiveWords.otherUnit(unit, usual);
}
