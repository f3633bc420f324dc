import type { DeviationChart } from '../charts/chart';
import { heroOption } from '../charts/hero/option';
import { pageColours } from './pageColours';
import { stillSvg } from './still/stillSvg';

/** As tall as it is given. */
type HeroChart = Omit<DeviationChart, 'theme' | 'still' | 'fontFamily' | 'height'> & { readonly height: number };

/**
 * The pane of prices as SVG text for a page, one drawing for both themes, the same text for the same chart. `id` keeps the names inside it apart
 * from those of another drawing on the page. Its words are set in the page's own letters.
 */
export function heroSvg(chart: HeroChart, id: string): string {
  const { width, height } = chart;
  const { colourOf, css } = pageColours(chart, id);
  const option = heroOption({ ...chart, theme: 'light', still: true, fontFamily: 'var(--font-sans)' });
  return stillSvg(option, { width, height, colourOf })
    .replace(/^<svg /, `<svg id="${id}" `)
    .replace('>', `><style>${css(`#${id}`)}</style>`);
}
