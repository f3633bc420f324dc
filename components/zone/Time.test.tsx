import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { TimeIn } from './Time';

const textOf = (iso: string, form: Parameters<typeof TimeIn>[0]['form'] = 'day-first'): string =>
  renderToStaticMarkup(<TimeIn zone="new-york" iso={iso} form={form} />).replaceAll(/<[^>]*>/g, '');

// New York's clock was put back on 2 November 2025 at 06:00 UTC: 01:30 came twice.
it('a minute that the reader’s clock shows twice says which of the two it is', () => {
  expect(['2025-11-02T05:30Z', '2025-11-02T06:30Z'].map((iso) => textOf(iso))).toEqual([
    '2025-11-02 01:30 EDT',
    '2025-11-02 01:30 EST',
  ]);
  expect(textOf('2025-11-02T06:30Z', 'clock-first')).toBe('01:30 EST 2025-11-02');
  expect(textOf('2025-11-02T06:30Z', 'clock-over-day')).toBe('01:30 EST 2025-11-02');
  expect(textOf('2025-11-02T06:30Z', 'clock')).toBe('01:30 EST');
  expect(textOf('2025-11-02T06:30Z', 'named')).toBe('01:30 EST');
});

it('any other is as wide as those beside it', () => {
  expect(textOf('2025-10-10T21:20Z')).toBe('2025-10-10 17:20');
  expect(textOf('2025-11-02T07:30Z')).toBe('2025-11-02 02:30');
});
