import { expect, it } from 'vitest';
import { simulatorWords } from './simulator';

it.each([
  [simulatorWords.badPort('web'), '"web" is not a port; write a number from 0 (any free one) to 65535'],
  [
    simulatorWords.badScenario('boom', ['crash-2025-10-10', 'calm']),
    '"boom" is not a scenario; write crash-2025-10-10 or calm',
  ],
  [
    simulatorWords.noVenue('/nyse/x', ['binance', 'okx']),
    'no simulated venue at /nyse/x; ask for /VENUE/HOST/PATH with one of binance, okx, or for /archive/HOST/PATH',
  ],
  [
    simulatorWords.noArchive('x.example', ['data.binance.vision']),
    'no simulated archive at x.example; ask for /archive/HOST/PATH with one of data.binance.vision',
  ],
  [
    simulatorWords.notStarted('node:events:497\nError: listen EPERM 127.0.0.1\n'),
    'the exchange simulator ended before it answered: Error: listen EPERM 127.0.0.1',
  ],
])('%s', (words, expected) => {
  expect(words).toBe(expected);
});
