import { referenceOf } from '../domain/reference';
import { chartDescription } from '../words/chart';
import { referenceCaption } from '../words/reference';
import { byDepth, focusOf, labelOf, seriesKey, type DeviationChart } from './chart';

/** What the chart shows, in words, for those who do not see it. */
export function descriptionOf(chart: DeviationChart): string {
  const { answer } = chart;
  const focus = focusOf(chart);
  const deepest = [...answer.episodes]
    .filter((episode) => focus !== undefined && seriesKey(episode) === seriesKey(focus))
    .sort(byDepth)[0];
  return chartDescription({
    simulated: answer.simulated,
    currency: answer.currency,
    reference: referenceCaption(referenceOf(answer.reference), answer.bloc),
    from: answer.from,
    to: answer.to,
    resolutionMinutes: answer.resolutionMinutes,
    series: answer.series.map((series) => labelOf({ answer }, series)),
    deepest:
      deepest === undefined || focus === undefined
        ? undefined
        : {
            series: labelOf({ answer }, focus),
            minute: deepest.peakMinute,
            price: deepest.peakPrice,
            peak: deepest.peak,
            certainty: deepest.certainty,
          },
  });
}
