import * as english from './en/scanPage';
import { spoken } from './spoken';

export const {
  anyOf,
  onlySide,
  orMore,
  rankWords,
  rankedHeads,
  scanForm,
  scanFound,
  scanHead,
  scanReferenceWords,
  scanWithin,
} = spoken('scanPage', english);
