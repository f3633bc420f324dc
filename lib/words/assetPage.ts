import * as english from './en/assetPage';
import { spoken } from './spoken';

export const { analysing, analysisTabs, falls, headline, marketsTable, provenance, zoomLine } = spoken(
  'assetPage',
  english,
);
