import { describe, expect, it } from 'vitest';
import { RetryLater, VenueRefused, VenueResting, VenueUnreachable } from '../venue/errors';
import { nextRoundMs, waitAfter } from './followSchedule';

const at = (time: string): number => Date.parse(`2025-10-10T${time}Z`);

describe('the rounds of a follow', () => {
  it('begin eight seconds after a minute has ended, however long the one before took', () => {
    expect(nextRoundMs(at('21:20:08.000'), 1)).toBe(at('21:21:08'));
    expect(nextRoundMs(at('21:20:07.999'), 1)).toBe(at('21:20:08'));
    expect(nextRoundMs(at('21:20:59.500'), 1)).toBe(at('21:21:08'));
    expect(nextRoundMs(at('21:22:31'), 1)).toBe(at('21:23:08'));
  });

  it('keep to whole multiples where they are rarer', () => {
    expect(nextRoundMs(at('21:20:08'), 5)).toBe(at('21:25:08'));
    expect(nextRoundMs(at('21:25:07'), 5)).toBe(at('21:25:08'));
    expect(nextRoundMs(at('21:21:00'), 60)).toBe(at('22:00:08'));
  });
});

describe('a venue that does not deliver is left alone', () => {
  it('for a second at first and never longer than a minute where the network is gone, with jitter', () => {
    const gone = new VenueUnreachable('cannot be reached (ENOTFOUND)');
    expect([1, 2, 3, 20].map((failures) => waitAfter(gone, failures, () => 1))).toEqual([1_000, 2_000, 4_000, 60_000]);
    expect([1, 20].map((failures) => waitAfter(gone, failures, () => 0))).toEqual([500, 30_000]);
  });

  it('as long as it asked for', () => {
    expect(waitAfter(new RetryLater('HTTP 429', 90_000), 1, () => 1)).toBe(90_000);
  });

  it('a minute at least where it says maintenance', () => {
    expect(waitAfter(new VenueResting('under maintenance'), 1, () => 0.5)).toBe(60_000);
  });

  it('for hours where it refuses us', () => {
    const refused = new VenueRefused('HTTP 451');
    expect([1, 2, 3, 4, 9].map((failures) => waitAfter(refused, failures, () => 0.5) / 3_600_000)).toEqual([
      1, 2, 4, 8, 8,
    ]);
  });
});
