import * as english from './en/picture';
import { spoken } from './spoken';

export type * from './en/picture';
export const {
  pictureAsOf,
  picturePeers,
  pictureRates,
  pictureReference,
  pictureSentence,
  pictureSimulated,
  pictureSubtitle,
  pictureTerms,
  pictureThreshold,
  pictureTranslation,
  pictureTitle,
  pictureVenues,
  pictureWindow,
} = spoken('picture', english);
