import * as english from './en/errata';
import { spoken } from './spoken';

export const { citedErrata, corrections, errataNotice, erratumHead, erratumNote, erratumScope, erratumText } = spoken(
  'errata',
  english,
);
