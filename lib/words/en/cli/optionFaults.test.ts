import { expect, it } from 'vitest';
import {
  everyInvalid,
  fromInFuture,
  marketInFile,
  noStoredCandles,
  notAllowed,
  notRecheckRange,
  onlyWith,
  orRehearsal,
  partNotAllowed,
  presetUnknown,
  repliesUnknown,
  sameFile,
  tickerForAsset,
  venueNotSupported,
} from './optionFaults';

it.each([
  [notAllowed('--rank', 'size', ['depth', 'area']), '--rank is "size"; it takes depth, area'],
  // At most forty characters of what was given are repeated.
  [notAllowed('--rank', 'x'.repeat(50), ['depth']), `--rank is "${'x'.repeat(40)}"; it takes depth`],
  [partNotAllowed('--kinds', 'swap', ['spot', 'perp']), '--kinds has "swap"; it takes spot, perp'],
  [venueNotSupported('binanze', ['binance', 'okx']), 'binanze is not supported; choose from binance, okx'],
  [onlyWith('--resolution', '--json'), '--resolution has no effect without --json; add it, or leave --resolution out'],
  [sameFile('a.csv'), 'a.csv is named twice; give each format a file of its own'],
  [noStoredCandles(['ATOM', 'XRP'], undefined), 'no data for ATOM, XRP; `plumbline coverage` lists what is stored'],
  [
    noStoredCandles(['ATOM'], '2026-01-31T08:15Z'),
    'no data for ATOM as known at 2026-01-31T08:15Z; `plumbline coverage` lists what is stored',
  ],
  [
    marketInFile(['--venue', '--market']),
    'a file written by `candles` names its own markets; leave out --venue, --market',
  ],
  [
    tickerForAsset('Binance', 'MATIC', 'USDT', ['POL']),
    'on Binance, MATIC is a ticker of POL; write --market POL/USDT',
  ],
  [presetUnknown('crash', ['crash-2025-10-10']), '"crash" is not a preset; choose from crash-2025-10-10'],
  [notRecheckRange('today'), '"today" is not a range; write it as --recheck 2025-10-10T20:00Z/2025-10-11T00:00Z'],
  [fromInFuture('2999-01-01T00:00Z'), '--from 2999-01-01T00:00Z is in the future; leave it out to begin now'],
  [everyInvalid('0', 1_440), '--every is "0"; it takes a whole number of minutes from 1 to 1440'],
  [repliesUnknown('some', ['all', 'none']), 'PLUMBLINE_REPLIES is "some"; it takes all, none'],
  [orRehearsal('no data for ATOM'), 'no data for ATOM; --rehearsal uses the simulated candles'],
])('%s', (words, expected) => {
  expect(words).toBe(expected);
});
