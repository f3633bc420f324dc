import { expect, it } from 'vitest';
import { replyWords } from './replies';

const [FIRST, LAST] = ['2025-10-10T20:00Z', '2025-10-10T20:59Z'];

it.each([
  [replyWords.doubled(2, FIRST), 'the reply holds 2 different rows for 2025-10-10T20:00Z'],
  [
    replyWords.otherMinutes(60, FIRST, LAST),
    'answered with 60 rows from 2025-10-10T20:00Z to 2025-10-10T20:59Z instead',
  ],
  [replyWords.otherMinutes(1, FIRST, FIRST), 'answered with 1 row of 2025-10-10T20:00Z instead'],
  [replyWords.noTimes(1), 'answered with 1 row whose time cannot be read'],
  [replyWords.noTimes(3), 'answered with 3 rows whose time cannot be read'],
  [replyWords.otherLength(300, 60), 'answered with candles that end 300 s after they open, where 60 s were asked for'],
  [
    replyWords.otherStep(12, 5, 1),
    'answered with 12 rows, all of which open at multiples of 5 min: they look like candles of 5 min, not of 1',
  ],
  [replyWords.otherTrades(FIRST, LAST), 'answered with trades from 2025-10-10T20:00Z to 2025-10-10T20:59Z instead'],
  [replyWords.otherTrades(FIRST, FIRST), 'answered with trades of 2025-10-10T20:00Z instead'],
  [replyWords.skippedInPage('4711'), 'trades are missing in a reply, after id 4711'],
  [replyWords.skippedBetweenPages('4711'), 'trades are missing between two replies, after id 4711'],
  [replyWords.samePage('4711'), 'the reply after id 4711 is the same again'],
  [replyWords.lateTrade(FIRST), 'a trade of 2025-10-10T20:00Z came after later ones'],
  [replyWords.cutOff(1), 'the reply was cut off after 1 character'],
  [replyWords.cutOff(65_536), 'the reply was cut off after 65,536 characters'],
  [replyWords.noJson('<html>'), 'answered with a page instead of JSON ("<html>")'],
])('%s', (words, expected) => {
  expect(words).toBe(expected);
});
