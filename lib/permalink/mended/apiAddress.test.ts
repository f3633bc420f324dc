import { describe, expect, it } from 'vitest';
import { mendedApiAddress } from './apiAddress';

describe('an address of the API', () => {
  it.each([
    ['/api/v1/deviations?asset=ATOM&utm_source=x&fbclid=1', '/api/v1/deviations?asset=ATOM'],
    ['/api/v1/minutes/ATOM/2025-10-10T21:20Z?fbclid=1', '/api/v1/minutes/ATOM/2025-10-10T21:20Z'],
    ['/api/v1/minutes/ATOM/2025-10-10t21:20:37z', '/api/v1/minutes/ATOM/2025-10-10T21:20Z'],
    ['/api/v1/minutes/ATOM/2025-10-10T21:20:00%2B00:00', '/api/v1/minutes/ATOM/2025-10-10T21:20Z'],
    [
      '/api/v1/lows?from=2025-10-10t20:00z&to=2025-10-10T22:00:00Z',
      '/api/v1/lows?from=2025-10-10T20:00Z&to=2025-10-10T22:00Z',
    ],
    [
      '/api/v1/scan?from=2025-10-11T04:00%2B08:00&to=2025-10-10T22:00Z',
      '/api/v1/scan?from=2025-10-10T20:00Z&to=2025-10-10T22:00Z',
    ],
  ])('%s has one spelling', (given, meant) => {
    expect(mendedApiAddress(given)).toBe(meant);
    expect(mendedApiAddress(meant)).toBeUndefined();
  });

  it.each([
    '/api/v1/lows?from=2025-10-10T20:00Z&to=2025-10-10T22:00Z',
    '/api/v1/lows?from=2025-10-10T20%3A00Z',
    '/api/v1/lows?from=yesterday',
    // No zone: nobody knows which.
    '/api/v1/lows?from=2025-10-10T20:00',
    '/api/v1/deviations?asset=ATOM&nonsense=1',
    '/api/v1/verifications?address=%2FATOM%3Futm_source%3Dx',
    '/ATOM?utm_source=x',
  ])('%s stays as it is, to be read strictly', (address) => {
    expect(mendedApiAddress(address)).toBeUndefined();
  });
});
