import { finePercent, signedPercent } from '../numbers';
import { bold, figure, sided, text, type Part, type RichText } from '../../richText';

const MINUS = '\u2212';
const places = (value: number, most: number): string =>
  new Intl.NumberFormat('en-US', { maximumFractionDigits: most }).format(value).replace('-', MINUS);

/** Enough places to tell a hundredth of a basis point. */
const RATIO_PLACES = 6;

/** A plain ratio: "−0.999366". One that is not 0 is never written as 0, nor a fall short of everything as −1. */
export function ratioFigure(ratio: number): string {
  const written = places(ratio, RATIO_PLACES);
  const isFalse = (ratio !== 0 && !/[1-9]/.test(written)) || (ratio > -1 && written === `${MINUS}1`);
  return isFalse ? String(ratio).replace('-', MINUS) : written;
}

const sixPlaces = new Intl.NumberFormat('en-US', {
  minimumFractionDigits: RATIO_PLACES,
  maximumFractionDigits: RATIO_PLACES,
});
const sixDigits = new Intl.NumberFormat('en-US', { minimumSignificantDigits: 6, maximumSignificantDigits: 6 });

/** A rate of exchange, or the ratio of a wrapped asset: "1.001204", of small units as many digits: "0.000703512"; exactly 1 is "1". */
export const rateFigure = (rate: number): string =>
  rate === 1 ? '1' : (rate >= 0.1 ? sixPlaces : sixDigits).format(rate);

/** The result of a division as a ratio and as percent, the percent in the colour of its side: "−0.999366 = −99.94 %". */
export const ratioAndPercent = (ratio: number | null): RichText =>
  ratio === null ? 'none' : text`${figure(ratio, ratioFigure, '')} = ${sided(ratio, signedPercent(ratio))}`;

/** A figure in bold: the result of a calculation. */
export const result = (value: number | null, format: (value: number) => string, missing: string): Part =>
  bold([figure(value, format, missing)]);

/** An uncertainty or an error as percent, without a sign: "4.61 %", "0.0032 %"; one that is not 0 is never written as if it were. */
export const relative = (ratio: number): string => finePercent(ratio).replace('+', '');
