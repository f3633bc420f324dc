import { describe, expect, it } from 'vitest';
import { diskSize } from './doctor';
import { pruneText } from './prune';

describe('a size on disk', () => {
  it.each([
    [0, '0 B'],
    [1, '1 B'],
    [1_023, '1023 B'],
    [1_024, '1 KiB'],
    [8_192, '8 KiB'],
    [50_000, '49 KiB'],
    [1_048_576, '1 MiB'],
    [356_515_840, '340 MiB'],
    [1_610_612_736, '1.5 GiB'],
  ])('%d bytes are %s', (bytes, text) => {
    expect(diskSize(bytes)).toBe(text);
  });

  it('of an asset with a few days is never shown as nothing', () => {
    const text = pruneText({
      ...{ simulated: false, dryRun: true, replies: 2, bytes: 900 },
      before: { databaseBytes: 9_000_000, assets: [{ asset: 'ATOM', candleBytes: 24_576, replyBytes: 0 }] },
    });
    expect(text).toContain('ATOM          24 KiB          0 B\n');
    expect(text).toContain('raw replies, 900 B.');
  });
});
