import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { Dated, Sentence } from './Dated';

it.each([
  ['ATOM on 2025-10-10, at 21:20 UTC', 'ATOM on <span class="whitespace-nowrap">2025-10-10</span>, at 21:20 UTC'],
  [
    '2025-10-10至2025-10-11，−99.94 %',
    '<span class="whitespace-nowrap">2025-10-10</span>至<span class="whitespace-nowrap">2025-10-11</span>，−99.94 %',
  ],
  ['no date, 12-10', 'no date, 12-10'],
])('a date is never torn apart: %s', (text, markup) => {
  const drawn = renderToStaticMarkup(<Dated>{text}</Dated>);
  expect(drawn).toBe(markup);
  expect(drawn.replaceAll(/<[^>]*>/g, '')).toBe(text);
});

it('a sentence keeps a figure with its unit, too', () => {
  expect(renderToStaticMarkup(<Sentence>2025-10-10 21:20 UTC (4 h)</Sentence>)).toBe(
    '<span class="whitespace-nowrap">2025-10-10</span> 21:20\u00A0UTC (4\u00A0h)',
  );
});
