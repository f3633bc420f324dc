import * as english from './en/frame';
import { spoken } from './spoken';

export const {
  asOfNotice,
  assetNavigation,
  copyLink,
  downloads,
  files,
  footer,
  header,
  languageChoice,
  notices,
  pictures,
  openingTable,
  pageLinks,
  pageNames,
  printed,
  settingsSheet,
  simulatedBanner,
  tableLabel,
} = spoken('frame', english);
