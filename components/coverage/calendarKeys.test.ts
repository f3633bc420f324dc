import { expect, it } from 'vitest';
import type { CalendarColumn } from './calendar';
import { cellAfter } from './calendarKeys';

/** Two days, a year without data, a day. */
const COLUMNS: readonly CalendarColumn[] = [
  { kind: 'day', day: '2024-10-09' },
  { kind: 'day', day: '2024-10-10' },
  { kind: 'gap', from: '2024-10-11', to: '2025-10-09', days: 364 },
  { kind: 'day', day: '2025-10-10' },
];

it.each([
  ['ArrowRight', [0, 0], [0, 1]],
  ['ArrowLeft', [1, 1], [1, 0]],
  ['ArrowDown', [0, 3], [1, 3]],
  ['ArrowUp', [2, 3], [1, 3]],
  // Over the gap, both ways.
  ['ArrowRight', [0, 1], [0, 3]],
  ['ArrowLeft', [0, 3], [0, 1]],
  // At the edges.
  ['ArrowRight', [0, 3], [0, 3]],
  ['ArrowLeft', [0, 0], [0, 0]],
  ['ArrowUp', [0, 1], [0, 1]],
  ['ArrowDown', [2, 1], [2, 1]],
] as const)('%s leads from row and column %j to %j', (key, [row, column], [nextRow, nextColumn]) => {
  expect(cellAfter(key, { row, column }, 3, COLUMNS)).toEqual({ row: nextRow, column: nextColumn });
});

it.each(['Enter', 'Tab', 'a', 'Home'])('%s is left to the browser', (key) => {
  expect(cellAfter(key, { row: 0, column: 0 }, 3, COLUMNS)).toBeUndefined();
});
