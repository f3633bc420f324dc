import { expect, it } from 'vitest';
import { archiveWords } from './archive';

it.each([
  [archiveWords.noFile('2025-10-10', 'https://a'), 'the archive has no file for 2025-10-10 (https://a)'],
  [archiveWords.notTaken('2025-10', archiveWords.noRow), "the archive's file for 2025-10 was not used: it has no rows"],
  [archiveWords.otherChecksum('ab', 'cd'), 'its SHA-256 is ab, but its checksum file names cd'],
  [archiveWords.damaged('bad CRC'), 'it cannot be unpacked (bad CRC)'],
  [archiveWords.badLine(3, archiveWords.noTime), 'line 3: its time cannot be read'],
  [
    archiveWords.otherUnit('microseconds', 'milliseconds'),
    'its time is in microseconds where this archive writes milliseconds',
  ],
  [archiveWords.disordered(archiveWords.idOf('4'), archiveWords.idOf('7')), 'id 4 comes after id 7'],
  [
    archiveWords.disordered(archiveWords.rowOf('20:00'), archiveWords.tradeOf('20:01')),
    'a row of 20:00 comes after a trade of 20:01',
  ],
  [archiveWords.skippedTrades('7'), "the archive's file lacks trades after id 7"],
  [archiveWords.noTrades('HTTP 503'), 'the archive of trades did not answer (HTTP 503)'],
  [
    archiveWords.tradesInstead('Binance ATOM/USDT', 'no file'),
    'Binance ATOM/USDT: no file; its trades API is used instead',
  ],
])('%s', (words, expected) => {
  expect(words).toBe(expected);
});
