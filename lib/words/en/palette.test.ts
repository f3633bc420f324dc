import { expect, it } from 'vitest';
import { assetTitle, dayTitle, minuteTitle } from './palette';

it('a destination is said with its venue, and its time with its zone', () => {
  expect(assetTitle('ATOM', undefined)).toBe('ATOM');
  expect(assetTitle('ATOM', 'gate')).toBe('ATOM on Gate');
  expect(minuteTitle('ATOM', 'binance', '2025-10-10T21:20Z')).toBe('ATOM on Binance, 2025-10-10 21:20\u00A0UTC');
  expect(dayTitle('ATOM', undefined, '2025-10-10')).toBe('ATOM, 2025-10-10 UTC');
});
