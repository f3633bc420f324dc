import { utc } from './numbers';

/** The chart for those who hear the page. */
export const interactiveChart = {
  role: 'chart',
  /** `sentence`: the analysis in a sentence, with its full stop. */
  label: (asset: string, sentence: string): string =>
    `Prices and deviations of ${asset} by venue. ${sentence} The tables on this page have the numbers. Arrow keys move the crosshair, with Shift by a tenth of what is in sight. Plus and minus zoom; 0 shows the whole window. Enter opens the crosshair’s minute; Escape leaves the chart.`,
  /** `isLong`: a step is a bucket of several minutes. */
  cursor: (iso: string, isLong: boolean): string =>
    `${utc(iso)} UTC; Enter opens ${isLong ? 'the most extreme minute there' : 'this minute'}`,
  /** What a zoom by key left in sight, of ISO minutes; the second is not in it. */
  sight: (from: string, to: string): string => `In sight: ${utc(from)} to ${utc(to)} UTC`,
} as const;
