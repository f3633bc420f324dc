import { curvesSvg, type CurvesChart } from '../../charts/curves/svg';
import { inColours } from '../inColours';
import { laidOut, pixelsOf } from '../laidOut';
import { pngOf } from '../pngText';

/** Pixels: on paper as wide as the text, at some 150 to the inch. */
const WIDTH = 1_000;

/** The curves of an audit as a PNG for paper, in the letters of the language spoken. */
export function curvesPng(chart: Omit<CurvesChart, 'width'>): Buffer {
  const svg = inColours(curvesSvg({ ...chart, width: WIDTH }), 'light').replace(
    /^(<svg[^>]*>)/,
    '$1<rect width="100%" height="100%" fill="#ffffff"/>',
  );
  return pngOf(pixelsOf(laidOut(svg, 2)), {});
}
