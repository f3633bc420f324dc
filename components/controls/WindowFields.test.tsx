import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { minute } from '@/lib/domain/minute';
import { readFields, WindowFields } from './WindowFields';

it('shows the window as it is typed, without a complaint', () => {
  const html = renderToStaticMarkup(
    <WindowFields range={{ from: minute(0), to: minute(1_440) }} onApply={() => undefined} />,
  );
  expect(html).toMatch(/value="1970-01-01 00:00".*value="1970-01-02 00:00"/);
  expect(html).toContain('aria-invalid="false"');
  expect(html).not.toContain('role="alert"');
});

it.each([
  ['1970-01-01 00:10', '1970-01-01 01:00'],
  ['1970-01-01T00:10Z', ' 1970-01-01 01:00 UTC '],
])('%s to %s is a window', async (from, to) => {
  expect(await readFields(from, to)).toEqual({ range: { from: 10, to: 60 } });
});

it.each([
  ['a window that ends before it begins', '2025-10-11 00:00', '2025-10-10 20:00', /2025-10-11/],
  ['a day that no calendar has', '2025-02-30 00:00', '2025-03-01 00:00', /2025-02-30/],
  ['what is no time', 'yesterday', '2025-03-01 00:00', /yesterday/],
])('%s is refused in words that name it', async (_, from, to, words) => {
  expect((await readFields(from, to)).wrong).toMatch(words);
});
