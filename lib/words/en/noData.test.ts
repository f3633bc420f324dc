import { expect, it } from 'vitest';
import { noData } from './noData';

it.each([
  [
    noData.market('ATOM', 'okx', 'USDC', 'spot'),
    'No data for ATOM/USDC on OKX; `plumbline coverage ATOM` lists the available markets',
  ],
  [
    noData.market('ATOM', 'okx', 'USDT', 'perp'),
    'No data for ATOM/USDT perpetual on OKX; `plumbline coverage ATOM` lists the available markets',
  ],
  [
    noData.bloc('ATOM', 'XYZ'),
    'No data for any ATOM/XYZ spot market; `plumbline coverage ATOM` lists the available markets',
  ],
  [noData.venue('ATOM', 'kucoin'), 'No data for ATOM on KuCoin; `plumbline coverage ATOM` lists the available venues'],
  [
    noData.referenceVenue('ATOM', 'kucoin'),
    'No data for a spot market of ATOM on KuCoin, so it cannot be the reference; `plumbline coverage ATOM` lists the available markets',
  ],
  [
    noData.underlying('WBETH', 'ETH'),
    'No data for ETH, the underlying of WBETH, so it cannot be the reference; run `plumbline ingest ETH --from T --to T` first',
  ],
])('%s', (text, expected) => {
  expect(text).toBe(expected);
});
