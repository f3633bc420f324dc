import * as english from './en/picture';
import { spoken } from './spoken';

export type * from './en/picture';
export const {
  picturePeers,
  pictureRates,
  pictureReference,
  pictureSentence,
  pictureSimulated,
  pictureSubtitle,
  pictureTerms,
  pictureTranslation,
  pictureTitle,
  pictureVenues,
  pictureWindow,
} = spoken('picture', english);
