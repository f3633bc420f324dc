import { describe, expect, it } from 'vitest';
import { assetPageWords, minutePageWords } from './previews';
import { errorWords } from './problems';
import { scanFound } from './scanPage';
import { stampedTitle } from './site';
import { coverageHead } from './coveragePage';
import { revisionsHead } from './revisionsPage';

const RANGE = { from: '2025-10-10T20:00Z', to: '2025-10-11T00:00Z' };

describe('the words of pages', () => {
  it.each([
    [stampedTitle('ATOM'), 'SIMULATED · ATOM'],
    [
      assetPageWords.description('ATOM', RANGE),
      'ATOM across exchanges, 2025-10-10 20:00 to 2025-10-11 00:00 UTC: how far each price strayed from the market, and for how long.',
    ],
    [minutePageWords.title('USDe', '2025-10-10T21:20Z'), 'USDe, 2025-10-10 21:20 UTC'],
    [errorWords.causeInternal(undefined), '), or this is an internal error; see the server log.'],
    [errorWords.causeInternal('123'), '), or this is an internal error; see the server log, entry 123.'],
    [coverageHead.title(undefined), 'Coverage by day'],
    [coverageHead.title('ATOM'), 'ATOM coverage by day'],
    [revisionsHead.title('ATOM'), 'ATOM: revisions and source differences'],
  ])('%s', (words, expected) => {
    expect(words).toBe(expected);
  });

  it.each([
    [{ found: 1, assets: 1, shown: 1 }, '1', 'episode in 1 asset.'],
    [{ found: 0, assets: 9, shown: 0 }, '0', 'episodes in 9 assets.'],
    [
      { found: 1_234, assets: 9, shown: 200 },
      '1,234',
      'episodes in 9 assets. The first 200 are shown; the JSON answer takes a higher limit.',
    ],
  ])('%j: %s %s', (figures, found, rest) => {
    expect(scanFound(figures)).toEqual({ found, rest });
  });
});
