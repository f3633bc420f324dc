import { characterCount, rowCount } from './counts';

/** What is wrong with a venue's reply to a request for candles or trades. */
export const replyWords = {
  doubled: (rows: number, minute: string): string => `the reply holds ${String(rows)} different rows for ${minute}`,
  otherMinutes: (rows: number, first: string, last: string): string =>
    `answered with ${rowCount(rows)} ${first === last ? `of ${first}` : `from ${first} to ${last}`} instead`,
  otherStep: (rows: number, step: number, asked: number): string =>
    `answered with ${rowCount(rows)}, all of which open at multiples of ${String(step)} min: they look like candles of ${String(step)} min, not of ${String(asked)}`,
  otherLength: (seconds: number, asked: number): string =>
    `answered with candles that end ${String(seconds)} s after they open, where ${String(asked)} s were asked for`,
  noTimes: (rows: number): string => `answered with ${rowCount(rows)} whose time cannot be read`,
  otherTrades: (first: string, last: string): string =>
    `answered with trades ${first === last ? `of ${first}` : `from ${first} to ${last}`} instead`,
  skippedInPage: (id: string): string => `trades are missing in a reply, after id ${id}`,
  skippedBetweenPages: (id: string): string => `trades are missing between two replies, after id ${id}`,
  noTrade: 'answered without a trade, and no trade before and after shows that there was none',
  noTradeAfter: (id: string): string =>
    `answered without a trade, not even the one with id ${id} that it had sent before`,
  samePage: (id: string): string => `the reply after id ${id} is the same again`,
  unidentified: 'its trades have no id or no time',
  lateTrade: (minute: string): string => `a trade of ${minute} came after later ones`,
  flawedTrade: 'a trade whose price, amount or count is not above 0',
  noCandleList: 'the reply has no list of candles',
  noTradeList: 'the reply has no list of trades',
  noMarkets: 'the market list is empty',
  empty: 'answered with an empty body',
  cutOff: (characters: number): string => `the reply was cut off after ${characterCount(characters)}`,
  noJson: (excerpt: string): string => `answered with a page instead of JSON ("${excerpt}")`,
};
