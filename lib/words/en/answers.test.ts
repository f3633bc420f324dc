import { expect, it } from 'vitest';
import { minute, minuteRange } from '../../domain/minute';
import { assetFileWords } from './assetFile';
import { everyMinuteTooLong } from './limits';
import { noAssetData } from './noAsset';
import { rangeText } from './range';
import { replyBytesGone, replyUnknown } from './reply';

const FROM = Date.parse('2025-10-10T20:00Z') / 60_000;

it.each([
  [rangeText(minuteRange(minute(FROM), minute(FROM + 240))), '2025-10-10T20:00Z to 2025-10-11T00:00Z'],
  [
    everyMinuteTooLong(40, 7, [5, 60]),
    'every minute of 40 days does not fit into one answer; ask for at most 7 days, for a resolution of 5, 60 minutes, or use `plumbline analyze --csv`',
  ],
  [
    noAssetData('IOTX', undefined),
    'No data for IOTX; load some with `plumbline ingest IOTX --from T --to T` or `plumbline import`',
  ],
  [
    noAssetData('IOTX', '2026-01-31T08:15Z'),
    'No data for IOTX as of 2026-01-31T08:15Z; choose a later moment, or leave it out to see what there is now',
  ],
  [
    replyUnknown('ATOM'),
    'no ATOM reply has this SHA-256; /api/v1/coverage/replies?asset=ATOM lists the stored replies',
  ],
  [
    replyBytesGone('ATOM'),
    'the address, time and SHA-256 of this ATOM reply are stored, but not its bytes; set PLUMBLINE_REPLIES=all to store them from now on',
  ],
  [assetFileWords.notJson('line 3'), 'it is not JSON (line 3); docs/assets.md has an example'],
  [assetFileWords.malformed('ATOM: ', undefined), 'ATOM: cannot be read; docs/assets.md has the format'],
  [
    assetFileWords.malformed('', 'a currency is written like USD'),
    'a currency is written like USD; docs/assets.md has the format',
  ],
  [
    assetFileWords.unreadable('a.json', 'EACCES', true),
    'a.json cannot be read (EACCES); set PLUMBLINE_ASSETS to a readable file',
  ],
  [
    assetFileWords.unreadable('a.json', 'EACCES', false),
    'a.json cannot be read (EACCES); make it readable, or remove it',
  ],
])('%s', (words, expected) => {
  expect(words).toBe(expected);
});
