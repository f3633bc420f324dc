import { isComputed } from '../../domain/market';
import { isOfEach, isSecond, referenceOf } from '../../domain/reference';
import { chartNames, referenceLegend } from '../../words/chart';
import { referenceCaption } from '../../words/reference';
import { focusOf, labelOf, seriesKey, type DeviationChart } from '../chart';
import { inkOf } from './theme';
import { fitted, textWidth } from './textWidth';
import { seriesLook, type Dash } from './venueColour';

/** One line of a legend. */
export interface LegendEntry {
  /** `seriesKey`, `reference` or `others`. */
  readonly key: string;
  readonly label: string;
  readonly colour: string;
  readonly dash: Dash;
}

/** What a narrow chart explains in words above it: the venue in question, the band, the reference, and every further line. */
export function legendOf(chart: DeviationChart): readonly LegendEntry[] {
  const { answer, theme } = chart;
  const focus = focusOf(chart);
  if (focus === undefined) return [];
  const ink = inkOf(theme);
  const named = namedSeries(chart).map((series) => ({
    key: seriesKey(series),
    label: labelOf(chart, series),
    ...seriesLook(series, theme),
  }));
  const others = answer.series.length - named.length;
  const reference = referenceOf(answer.reference);
  const words = referenceCaption(reference, answer.bloc);
  const label = isOfEach(reference)
    ? referenceLegend.ofEach(words, labelOf({ answer }, focus))
    : isSecond(reference)
      ? referenceLegend.second(words)
      : referenceLegend.ofAll(words);
  return [
    ...named,
    ...(others > 0
      ? [{ key: 'others', label: chartNames.others(others), colour: ink.bandEdge, dash: 'solid' as const }]
      : []),
    { key: 'reference', label, colour: ink.reference, dash: 'solid' },
  ];
}

/** The series that are drawn by themselves: the focus first. */
export function namedSeries(chart: DeviationChart): DeviationChart['answer']['series'] {
  const focus = focusOf(chart);
  const lines = chart.answer.series.filter(
    (series) => series !== focus && (isComputed(series.kind) || chart.lines?.includes(series.venue) === true),
  );
  return focus === undefined ? lines : [focus, ...lines];
}

/** What may stand at the right end of the price pane's lines, before it is known which of them end there. */
export function endLabels(chart: DeviationChart): readonly Pick<LegendEntry, 'label'>[] {
  const { answer } = chart;
  if (answer.series.length === 0) return [];
  return [
    ...namedSeries(chart).map((series) => ({ label: labelOf(chart, series) })),
    { label: referenceCaption(referenceOf(answer.reference), answer.bloc) },
  ];
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
