import * as english from './en/pack';
import { spoken } from './spoken';

export const {
  certificationText,
  exhibitBasis,
  exhibitCheck,
  exhibitName,
  exhibitPage,
  exhibitPictureAlt,
  exhibitTables,
  exhibitTerms,
  packChecks,
  packFiles,
  packHeads,
  packKeysAt,
  packLead,
  packPage,
  packTitle,
  packUse,
} = spoken('pack', english);
