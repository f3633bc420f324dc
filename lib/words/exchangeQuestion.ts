import * as english from './en/exchangeQuestion';
import { spoken } from './spoken';

export const { askExchange, curlOf, fileHolds, otherRoad, placeInReply, rowWithoutCandle, servedWords } = spoken(
  'exchangeQuestion',
  english,
);
