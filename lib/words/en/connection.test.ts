import { describe, expect, it } from 'vitest';
import { connection } from './connection';
import { noAssetData } from './noAsset';

describe('an answer that did not come', () => {
  it.each([
    [connection.unreachable('/api/v1/scan'), 'the server does not answer (/api/v1/scan); check that it is running'],
    [connection.brokenOff('/api/v1/scan'), "the server's answer was cut off (/api/v1/scan); check that it is running"],
    [
      connection.notJson('/api/v1/scan', 502),
      "/api/v1/scan answered 502 without JSON; check that this address is Plumbline's",
    ],
    [
      connection.unknownLines('/api/v1/scan'),
      '/api/v1/scan answered in a format this page does not know; reload the page',
    ],
    [
      connection.unknownShape('/api/v1/scan', 'from Required'),
      '/api/v1/scan answered in a format this page does not know (from Required); reload the page',
    ],
    [connection.status('/api/v1/scan', 502), '/api/v1/scan answered 502'],
    [
      noAssetData('IOTX', undefined),
      'No data for IOTX; load some with `plumbline ingest IOTX --from T --to T` or `plumbline import`',
    ],
    [
      noAssetData('IOTX', '2026-01-31T08:15Z'),
      'No data for IOTX as of 2026-01-31T08:15Z; choose a later moment, or leave it out to see what there is now',
    ],
  ])('%s', (words, line) => {
    expect(words).toBe(line);
  });
});
