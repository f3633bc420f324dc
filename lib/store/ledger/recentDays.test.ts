import { describe, expect, it } from 'vitest';
import type { Day } from '../../domain/minute';
import { emptyDay, type DayColumns } from '../merge/book';
import { RecentDays } from './recentDays';

const day = (number: number, answered: number): { day: Day; columns: DayColumns } => {
  const columns = emptyDay();
  columns.answeredAt.fill(1, 0, answered);
  return { day: number as Day, columns };
};

describe('the day written last', () => {
  it('is handed over once', () => {
    const recent = new RecentDays();
    recent.put('1 rest', [day(5, 10)]);
    expect(recent.take('2 rest')).toBeUndefined();
    expect(recent.take('1 rest')?.day).toBe(5);
    expect(recent.take('1 rest')).toBeUndefined();
  });

  it('is the last that is not answered to its end: nothing more comes to a whole one', () => {
    const recent = new RecentDays();
    recent.put('1 rest', [day(4, 3), day(5, 10), day(6, 1_440)]);
    expect(recent.take('1 rest')?.day).toBe(5);
    recent.put('1 rest', [day(6, 1_440)]);
    expect(recent.take('1 rest')).toBeUndefined();
  });

  it('is forgotten for the sake of newer ones: memory is bounded', () => {
    const recent = new RecentDays();
    for (let i = 0; i < 100; i += 1) recent.put(`${String(i)} rest`, [day(5, 10)]);
    const kept = Array.from({ length: 100 }, (_, i) => recent.take(`${String(i)} rest`)).map(
      (one) => one !== undefined,
    );
    expect(kept.filter(Boolean)).toHaveLength(64);
    expect(kept.slice(0, 36)).not.toContain(true);
  });
});
