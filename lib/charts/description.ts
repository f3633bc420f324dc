import { referenceOf } from '../domain/reference';
import { referenceCaption } from '../words/en/reference';
import { extremesWords, focusOf, labelOf, seriesKey, type DeviationChart } from './chart';
import { formatPrice, formatRatio } from '../words/en/numbers';

/** What the chart shows, in words, for those who do not see it. */
export function descriptionOf(chart: DeviationChart): string {
  const { answer } = chart;
  const venues = answer.series.map((series) => labelOf({ answer }, series));
  const focus = focusOf(chart);
  const deepest = [...answer.episodes]
    .filter((episode) => focus !== undefined && seriesKey(episode) === seriesKey(focus))
    .sort((a, b) => Math.abs(b.peak) - Math.abs(a.peak))[0];
  const said = [
    `${answer.simulated ? 'SIMULATED. ' : ''}Prices in ${answer.currency} and deviations from ${referenceCaption(referenceOf(answer.reference))} per minute from ${answer.from} to ${answer.to} (UTC)`,
    ...(answer.resolutionMinutes === 1 ? [] : [extremesWords(answer.resolutionMinutes)]),
    venues.length === 0 ? 'no venue is held' : `venues: ${venues.join(', ')}`,
    deepest === undefined
      ? 'no episode of the venue in front'
      : `deepest: ${focus === undefined ? deepest.venue : labelOf({ answer }, focus)} at ${deepest.peakMinute}, ${formatPrice(deepest.peakPrice)} ${answer.currency}, ${formatRatio(deepest.peak)}`,
  ];
  return `${said.join('; ')}.`;
}
