import * as english from './en/contagion';
import { spoken } from './spoken';

export const {
  contagionHead,
  contagionLead,
  contagionFinding,
  contagionForm,
  contagionChart,
  contagionTable,
  fallHead,
  levelMissing,
  betweenWords,
  behindWords,
  leftOutLine,
  onlySpot,
  ownShareHead,
  ownShareNone,
  ownShareSentences,
} = spoken('contagion', english);
