import * as english from './en/counts';
import { spoken } from './spoken';

export const {
  assetCount,
  bookCount,
  candleCount,
  characterCount,
  dayCount,
  episodeCount,
  marketCount,
  minuteCount,
  rowCount,
  venueCount,
} = spoken('counts', english);
