import * as english from './en/lows';
import { spoken } from './spoken';

export const {
  assetLowsTable,
  gapUncertainty,
  lowsFinding,
  lowsForm,
  lowsHead,
  lowsNotes,
  lowsWait,
  nobodyOutermost,
  unrankedVenue,
  venueLows,
} = spoken('lows', english);
