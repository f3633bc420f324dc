import { renderToStaticMarkup } from 'react-dom/server';
import { afterEach, expect, it } from 'vitest';
import { DrawnChart } from './DrawnChart';

afterEach(() => {
  globalThis.plumblineDrawn = undefined;
});

const still = (key: string) => ({ key, css: `.${key}{--x:#fff}`, width: 358, height: 800, foot: 3.6 });

it('the HTML has both drawings, once each, in the height of the chart that takes over', () => {
  const [wide, narrow] = [{ svg: '<svg>wide</svg>' }, { svg: '<svg>narrow</svg>' }];
  globalThis.plumblineDrawn = new Map([
    ['a', new WeakRef(wide)],
    ['b', new WeakRef(narrow)],
  ]);
  const html = renderToStaticMarkup(<DrawnChart wide={still('a')} narrow={still('b')} />);
  expect(html.match(/<svg>\w+<\/svg>/g)).toEqual(['<svg>wide</svg>', '<svg>narrow</svg>']);
  expect(html.match(/height:800px/g)).toHaveLength(2);
});

it('a page without HTML of its own keeps the place', () => {
  expect(renderToStaticMarkup(<DrawnChart wide={still('a')} narrow={still('b')} />)).not.toContain('<svg');
});
