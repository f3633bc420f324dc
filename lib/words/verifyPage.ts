import * as english from './en/verifyPage';
import { spoken } from './spoken';

export const {
  allVerdicts,
  alteredWords,
  changeWords,
  filePicker,
  parameterWords,
  stampWords,
  unreadableFile,
  verdictFacts,
  verdictGroups,
  verdictReasons,
  verdictWords,
  verifyHead,
  verifyStages,
} = spoken('verifyPage', english);
