import { isOfEach, isSecond, referenceOf } from '../../domain/reference';
import { referenceLegend } from '../../words/en/chart';
import { referenceCaption } from '../../words/en/reference';
import { focusOf, labelOf, seriesKey, type DeviationChart } from '../chart';
import { inkOf } from './theme';
import { fitted, textWidth } from './textWidth';
import { seriesLook, type Dash } from './venueColour';

/** One line of a legend. */
export interface LegendEntry {
  /** `seriesKey`, or `reference`. */
  readonly key: string;
  readonly label: string;
  readonly colour: string;
  readonly dash: Dash;
}

/** What the lines of a chart mean: its venues in the order of the answer, then the reference of the one in front. */
export function legendOf(chart: DeviationChart): readonly LegendEntry[] {
  const focus = focusOf(chart);
  const venues = chart.answer.series.map((series) => ({
    key: seriesKey(series),
    label: labelOf(chart, series),
    ...seriesLook(series, chart.theme),
  }));
  if (focus === undefined) return venues;
  const reference = referenceOf(chart.answer.reference);
  const words = referenceCaption(reference, chart.answer.bloc);
  const label = isOfEach(reference)
    ? referenceLegend.ofEach(words, labelOf({ answer: chart.answer }, focus))
    : isSecond(reference)
      ? referenceLegend.second(words)
      : referenceLegend.ofAll(words);
  return [...venues, { key: 'reference', label, colour: inkOf(chart.theme).reference, dash: 'dashed' }];
}

/** A legend entry placed on the chart; x and y of the upper left corner of its row. */
export interface PlacedEntry extends LegendEntry {
  readonly x: number;
  readonly y: number;
}

export const LEGEND_FONT = 12;
export const LEGEND_SWATCH = 22;
const ROW = 19;
const GAP = 18;
const SWATCH_GAP = 7;

/** The legend in rows that fit `width`, and the height they take. A label wider than a row is cut with an ellipsis. */
export function placedLegend(
  entries: readonly LegendEntry[],
  left: number,
  width: number,
): { readonly entries: readonly PlacedEntry[]; readonly height: number } {
  let [x, y] = [0, 0];
  const placed = entries.map((entry) => {
    const label = fitted(entry.label, LEGEND_FONT, width - LEGEND_SWATCH - SWATCH_GAP);
    const wide = LEGEND_SWATCH + SWATCH_GAP + textWidth(label, LEGEND_FONT);
    if (x > 0 && x + wide > width) [x, y] = [0, y + ROW];
    const at = { ...entry, label, x: left + x, y };
    x += wide + GAP;
    return at;
  });
  return { entries: placed, height: entries.length === 0 ? 0 : y + ROW };
}

export const LEGEND_TEXT_AT = LEGEND_SWATCH + SWATCH_GAP;
export const LEGEND_ROW = ROW;
