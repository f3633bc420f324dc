import { describe, expect, it } from 'vitest';
import { bar, DEEPEST_MINUTE, flat, marketOf } from '../markets';
import { ask, steady } from './asked';
import { eventsIn } from './events';
import { readMethod } from './reading';
import { scorecardsIn } from './scorecards';

describe('what is counted of a window, by hand', () => {
  // Against 4 in every minute: 0, −6 %, −50 % (closed at 3.9), then 0 three times.
  const okx = marketOf('okx ATOM/USD', [
    flat(4),
    flat(3.76),
    bar(3.76, 3.9, 2, 3.9),
    undefined,
    flat(4),
    flat(4),
    flat(4),
  ]);
  const peers = ['gemini', 'kraken', 'mexc'].map((venue) => steady(`${venue} ATOM/USD`, 4, 7));
  const reading = readMethod({ question: ask(7), markets: [okx, ...peers], rateMarkets: [] });

  it('on a scorecard', () => {
    const [, , , card] = scorecardsIn(reading);
    expect(card).toMatchObject({
      row: { venue: 'okx' },
      episodes: 1,
      deepest: 0.5,
      places: [1],
      measuredMinutes: 6,
      // 1, 2, 5, 10, 25, 50 %.
      minutesBeyond: [2, 2, 2, 1, 1, 1],
      minutesOutside: 2,
      // 6 % and 2.5 %.
      areaPctMinutes: expect.closeTo(8.5, 9) as number,
    });
    expect(scorecardsIn(reading)[0]).toMatchObject({ episodes: 0, deepest: undefined, places: [], minutesOutside: 0 });
  });

  it('in the order of events', () => {
    const [, , , events] = eventsIn(reading);
    expect(events).toMatchObject({
      row: { venue: 'okx' },
      strayed: [DEEPEST_MINUTE + 1, DEEPEST_MINUTE + 1, DEEPEST_MINUTE + 2],
      // From the middle of 4, 3.76, 3.9, 4, 4: 4.
      fell: [DEEPEST_MINUTE + 1, DEEPEST_MINUTE + 1, DEEPEST_MINUTE + 2],
      // The peak's minute was the last beyond half the level.
      recovered: DEEPEST_MINUTE + 3,
    });
    expect(eventsIn(reading)[0]).toMatchObject({ strayed: [undefined, undefined, undefined], recovered: undefined });
  });
});
