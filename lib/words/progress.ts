import * as english from './en/progress';
import { spoken } from './spoken';

export const { ingestWords, skippedWords, stateWords, stillLoading, totalLine, venueLine } = spoken(
  'progress',
  english,
);
