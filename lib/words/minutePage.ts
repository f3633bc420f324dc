import * as english from './en/minutePage';
import { spoken } from './spoken';

export const { citation, invalidMinute, minuteCandles, minuteDeviations, minuteHead, otherAssets, surroundings } =
  spoken('minutePage', english);
