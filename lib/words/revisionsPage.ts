import * as english from './en/revisionsPage';
import { spoken } from './spoken';

export const {
  differenceWords,
  longerCandles,
  newestOf,
  quarantine,
  revisedCandles,
  revisionHeads,
  revisionsHead,
  sourceDifferences,
  sourcePairs,
  worstOf,
} = spoken('revisionsPage', english);
