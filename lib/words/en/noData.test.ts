import { expect, it } from 'vitest';
import { noData } from './noData';

it.each([
  [
    noData.market('ATOM', 'okx', 'USDC', 'spot', false),
    'No data for ATOM/USDC on OKX; `plumbline coverage ATOM` lists the available markets',
  ],
  [
    noData.market('ATOM', 'okx', 'USDT', 'perp', false),
    'No data for ATOM/USDT perpetual on OKX; `plumbline coverage ATOM` lists the available markets',
  ],
  [
    noData.bloc('ATOM', 'XYZ', false),
    'No data for any ATOM/XYZ spot market; `plumbline coverage ATOM` lists the available markets',
  ],
  [
    noData.venue('ATOM', 'kucoin', false),
    'No data for ATOM on KuCoin; `plumbline coverage ATOM` lists the available venues',
  ],
  [
    noData.referenceVenue('ATOM', 'kucoin', false),
    'No data for a spot market of ATOM on KuCoin, so it cannot be the reference; `plumbline coverage ATOM` lists the available markets',
  ],
  [
    noData.underlying('WBETH', 'ETH', false),
    'No data for ETH, the underlying of WBETH, so it cannot be the reference; run `plumbline ingest ETH --from T --to T` first',
  ],
  // Where prices are simulated, the command of the rehearsal.
  [
    noData.venue('ATOM', 'kucoin', true),
    'No data for ATOM on KuCoin; `plumbline coverage ATOM --rehearsal` lists the available venues',
  ],
  [
    noData.underlying('WBETH', 'ETH', true),
    'No data for ETH, the underlying of WBETH, so it cannot be the reference; run `plumbline ingest ETH --from T --to T --rehearsal` first',
  ],
])('%s', (text, expected) => {
  expect(text).toBe(expected);
});
