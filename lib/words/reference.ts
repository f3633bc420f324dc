import * as english from './en/reference';
import { spoken } from './spoken';

export type * from './en/reference';
export const {
  lackingReference,
  referenceCaption,
  referenceChoice,
  referenceNoun,
  referencePrice,
  referenceRule,
  withinReference,
} = spoken('reference', english);
