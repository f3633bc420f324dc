import { expect, it } from 'vitest';
import { CANDLE_FIELDS } from '../../domain/candle';
import { CENSORINGS, SIDES } from '../../domain/episode';
import { KINDS } from '../../domain/market';
import { fieldWords } from './candleFields';
import { censoredWords } from './episode';
import { kindWords } from './kinds';
import { sideWords } from './sides';

it.each([
  ['the kinds of a market', KINDS.map(kindWords), ['spot', 'perpetual', 'mark price', 'index']],
  ['the sides of a reference', SIDES.map(sideWords), ['below', 'above']],
  [
    'the fields of a candle',
    CANDLE_FIELDS.map(fieldWords),
    ['open', 'high', 'low', 'close', 'base volume', 'quote volume', 'trades'],
  ],
  [
    'where an episode is censored',
    CENSORINGS.map(censoredWords),
    [
      'no',
      'at the window’s start',
      'at the window’s end',
      'at both ends of the window',
      'by more than 30 missing minutes',
      'at the window’s start, and by more than 30 missing minutes',
    ],
  ],
])('%s', (_, words, expected) => {
  expect(words).toEqual(expected);
});
