import * as english from './en/assetControls';
import { spoken } from './spoken';

export const {
  blocChoice,
  controls,
  drawAsLine,
  highlightVenue,
  marketChoices,
  offerWords,
  peersChoice,
  venueChoice,
  windowBar,
} = spoken('assetControls', english);
