import { utc } from './numbers';

/** The chart for those who hear the page. */
export const interactiveChart = {
  role: 'chart',
  /** `sentence`: the analysis in a sentence, with its full stop. */
  label: (asset: string, sentence: string): string =>
    `Prices and deviations of ${asset} by venue. ${sentence} The tables on this page have the numbers. Arrow keys move the crosshair; Enter opens its minute.`,
  /** `isLong`: a step is a bucket of several minutes. */
  cursor: (iso: string, isLong: boolean): string =>
    `${utc(iso)} UTC; Enter opens ${isLong ? 'the most extreme minute there' : 'this minute'}`,
} as const;
