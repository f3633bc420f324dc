import type { DeviationChart } from '../charts/chart';
import { inkOf, type Ink } from '../charts/look/theme';
import { seriesLook } from '../charts/look/venueColour';
import { COLOURS, stepColour, STEPS } from '../charts/panes/stripScale';

/** The colours of a drawing for a page that is light or dark as its reader is. */
export interface PageColours {
  /** The CSS variable that stands for a colour of the light chart; where both themes have it alike, the colour itself. */
  readonly colourOf: (colour: string) => string;
  /** What those that were asked for are, under a selector. */
  readonly css: (selector: string) => string;
}

/** `id` keeps their names apart from another drawing's. */
export function pageColours(chart: Pick<DeviationChart, 'answer'>, id: string): PageColours {
  const dark = darkOf(chart);
  const names = new Map<string, string>();
  const all = (value: (colour: string) => string | undefined): string =>
    [...names].map(([colour, name]) => `${name}:${value(colour) ?? colour}`).join(';');
  return {
    colourOf: (colour) => {
      if (!dark.has(colour)) return colour;
      const name = names.get(colour) ?? `--${id}-${String(names.size)}`;
      names.set(colour, name);
      return `var(${name})`;
    },
    // Paper is light whatever the screen is.
    css: (selector) =>
      `${selector}{${all((colour) => colour)}}@media ${SCREEN}{.dark ${selector}{${all((colour) => dark.get(colour))}}}`,
  };
}

const SCREEN = 'screen';

/** What each colour of the light chart is in the dark. */
function darkOf({ answer }: Pick<DeviationChart, 'answer'>): ReadonlyMap<string, string> {
  const [light, dark] = [inkOf('light'), inkOf('dark')];
  const inks = (Object.keys(light) as (keyof Ink)[]).map((name) => [light[name], dark[name]] as const);
  const venues = answer.series.map(
    (series) => [seriesLook(series, 'light').colour, seriesLook(series, 'dark').colour] as const,
  );
  const steps = Array.from({ length: COLOURS }, (_, i) => i - STEPS.length).map(
    (step) => [stepColour(step, 'light'), stepColour(step, 'dark')] as const,
  );
  // The ink's own names come last: what is written in them matters most.
  return new Map([...steps, ...venues, ...inks]);
}
