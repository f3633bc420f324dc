import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { code, em, figure, link, sided, strong, text, variable } from '@/lib/words/richText';
import { Blocks, Rich } from './Rich';

it.each([
  ['plain words', 'plain &amp; simple', 'plain & simple'],
  ['marks', '<strong>a</strong> <em>b</em> <var>T</var>', text`${strong('a')} ${em('b')} ${variable('T')}`],
  ['a name in code', '<code class="font-mono text-[0.9em]">vwm</code>', text`${code('vwm')}`],
  [
    'a figure with its number in full',
    '<data value="0.123456">12.3 %</data>',
    text`${figure(0.123456, () => '12.3 %', '')}`,
  ],
  ['a missing figure', '<span class="hole">no trade</span>', text`${figure(null, String, 'no trade')}`],
  ['a figure of a side', '<b class="text-below">−2 %</b>', text`${sided(-0.02, '−2 %')}`],
  ['a link', '<a class="link" href="/coverage" data-page="">Coverage</a>', text`${link('/coverage', 'Coverage')}`],
])('renders %s', (_, html, words) => {
  expect(renderToStaticMarkup(<Rich text={words} />)).toBe(html);
});

it('renders paragraphs and lists in their order', () => {
  const blocks = [
    'one',
    { ordered: true, items: ['two', text`${strong('three')}`] },
    { ordered: false, items: ['four'] },
  ];
  expect(renderToStaticMarkup(<Blocks of={blocks} />)).toBe(
    '<p>one</p><ol><li>two</li><li><strong>three</strong></li></ol><ul><li>four</li></ul>',
  );
});
