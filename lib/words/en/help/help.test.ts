import { expect, it } from 'vitest';
import { ANALYZE } from './answers';
import { INGEST } from './ingest';
import { kindsOf } from './options';
import { optionsListed } from './program';
import { versionName } from '../method/versions';

it.each([
  [optionsListed('unknown option --x'), 'unknown option --x; --help lists the options'],
  [optionsListed("unknown command 'x'"), "unknown command 'x'; --help lists the commands"],
  [kindsOf(['spot', 'perp'], 'spot'), 'market kinds, from spot, perp (default: spot)'],
  [
    ANALYZE.resolution(7),
    'with --json: minutes per bucket; each bucket has its extremes (default: 1 for up to 7 days, more for longer windows)',
  ],
  [
    INGEST.sources(['rest', 'archive']),
    'data sources, from rest, archive (default: rest, and trades where candles do not go back far enough)',
  ],
  [
    INGEST.timeframes(['5m', '1d']),
    'also fetch longer candles, from 5m, 1d (without a list: all of them); `plumbline revisions` lists those that differ from their minutes',
  ],
  [versionName(2), 'Version 2'],
])('%s', (words, expected) => {
  expect(words).toBe(expected);
});
