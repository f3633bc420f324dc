import * as english from './en/collateralPage';
import { spoken } from './spoken';

export const {
  account,
  collateralFinding,
  collateralForm,
  collateralHead,
  crossingsTable,
  fieldWords,
  holeCounts,
  levelWords,
  madeOf,
  markHoleWords,
  marksChart,
  marksTable,
  minutesTable,
  noMark,
  notCrossed,
  ratioChoiceWords,
  readingWords,
  unknownBefore,
} = spoken('collateralPage', english);
