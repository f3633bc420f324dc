import * as english from './en/certainty';
import { spoken } from './spoken';

export const { blocsSentence, blocsWords, certaintyClause, certaintyWords, uncertaintyClause } = spoken(
  'certainty',
  english,
);
