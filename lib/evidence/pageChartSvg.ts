import type { DeviationChart } from '../charts/chart';
import { inkOf, type Ink } from '../charts/look/theme';
import { seriesLook } from '../charts/look/venueColour';
import { stepColour, STEPS } from '../charts/panes/stripScale';
import { chartSvg } from './chartSvg';

/** A still chart for a page, with the colours of both themes. */
export interface PageChartSvg {
  /** Its colours are CSS variables. */
  readonly svg: string;
  /** Says what they are, by the page's class. */
  readonly css: string;
}

/** A chart as SVG text for a page that is light or dark as its reader is. `id` keeps the names inside it apart from another chart's. */
export function pageChartSvg(chart: Omit<DeviationChart, 'theme'>, id: string): PageChartSvg {
  const dark = darkOf(chart);
  const names = new Map<string, string>();
  const svg = chartSvg({ ...chart, theme: 'light' })
    .replaceAll('zr-', `${id}-`)
    .replace(/#[0-9a-f]{6}\b|rgb\(\d+,\d+,\d+\)/g, (colour) => {
      if (!dark.has(colour)) return colour;
      const name = names.get(colour) ?? `--${id}-${String(names.size)}`;
      names.set(colour, name);
      return `var(${name})`;
    });
  const all = (value: (colour: string) => string | undefined): string =>
    [...names].map(([colour, name]) => `${name}:${value(colour) ?? colour}`).join(';');
  return {
    svg,
    css: `.${id}{${all((colour) => colour)}}.dark .${id}{${all((colour) => dark.get(colour))}}`,
  };
}

/** What each colour of the light chart is in the dark. */
function darkOf({ answer }: Pick<DeviationChart, 'answer'>): ReadonlyMap<string, string> {
  const [light, dark] = [inkOf('light'), inkOf('dark')];
  const inks = (Object.keys(light) as (keyof Ink)[]).map((name) => [opaque(light[name]), opaque(dark[name])] as const);
  const venues = answer.series.map(
    (series) => [seriesLook(series, 'light').colour, seriesLook(series, 'dark').colour] as const,
  );
  const steps = Array.from({ length: 2 * STEPS.length + 1 }, (_, i) => i - STEPS.length).map(
    (step) => [stepColour(step, 'light'), stepColour(step, 'dark')] as const,
  );
  // The ink's own names come last: what is written in them matters most.
  return new Map([...steps, ...venues, ...inks]);
}

/** `rgba(20,24,27,0.055)` as SVG writes it, whose opacity stands beside it. */
const opaque = (colour: string): string => colour.replace(/^rgba\((\d+,\d+,\d+),.*$/, 'rgb($1)');
