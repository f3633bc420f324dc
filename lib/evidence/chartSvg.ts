import { chartHeight, deviationOption } from '../charts/deviationOption';
import type { DeviationChart } from '../charts/chart';
import { linesOption } from '../charts/lines/option';
import { stillSvg, type StillPlace } from './still/stillSvg';

/** A still chart as SVG text, the same text for the same chart in every process. `colourOf`: what stands for a colour. */
export function chartSvg(chart: DeviationChart, { colourOf }: Pick<StillPlace, 'colourOf'> = {}): string {
  const still: DeviationChart = { ...chart, still: true };
  return stillSvg(deviationOption(still), {
    width: still.width,
    height: still.height ?? chartHeight(still),
    ...(colourOf === undefined ? {} : { colourOf }),
  });
}

/** The same without the strip, as tall as it is given. */
export const linesSvg = (chart: DeviationChart & { readonly height: number }): string =>
  stillSvg(linesOption({ ...chart, still: true }), chart);
