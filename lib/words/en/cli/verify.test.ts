import { describe, expect, it } from 'vitest';
import { VERDICTS, type Verification } from '../../../api/verification';
import { imageUnreadable, packVerificationText, verificationText } from './verify';

const found = (shape: Partial<Verification>): Verification => ({
  verdict: 'identical',
  file: 'picture',
  address: '/ATOM?v=3',
  simulated: false,
  digest: 'sha256:ab',
  digestNow: 'sha256:ab',
  sentenceNow: 'Now it says.',
  signer: { id: 'sha256:cd', created: '2026-01-01T00:00:00.000Z', retired: null },
  altered: { pixels: false, seal: false, facts: [] },
  parameters: [],
  changes: [],
  rows: [],
  errata: [],
  reason: null,
  ...shape,
});
const minute = { answered: true, open: 1, high: 1, low: 1, close: 1, baseVolume: 2, quoteVolume: null, trades: null };
const hole = { ...minute, answered: false, open: null, high: null, low: null, close: null, baseVolume: null };

describe('what verify says', () => {
  it('of a pack, whatever the file is called: before its exhibits, whether prices in it are simulated', () => {
    const list = { verdict: 'signed' as const, signer: null, altered: [] };
    const pack = (...simulated: readonly boolean[]): string =>
      packVerificationText({
        ...{ file: 'pack', list },
        exhibits: simulated.map((is, i) => ({ folder: `exhibit-0${String(i + 1)}`, ...found({ simulated: is }) })),
      });
    const [first = ''] = pack(false, true).split('\nexhibit-01\n');
    expect(first).toMatch(/\nSIMULATED: no exchange published these prices\.\n$/);
    expect(pack(false, false)).not.toContain('SIMULATED');
  });

  it('of data that differs: that it changed since, only where an earlier state stored here is the file’s', () => {
    const book = { role: 'market', venue: 'okx', market: 'ATOM/USDT', kind: 'spot', source: 'rest' } as const;
    const first = (...changes: Verification['changes']): string | undefined =>
      verificationText(found({ verdict: 'changed', file: 'bundle', changes })).split('\n')[0];
    const proven = {
      ...book,
      change: 'other' as const,
      minutes: [{ minute: '2025-10-10T21:20Z', was: hole, now: minute }],
    };
    expect(first(proven, { ...book, change: 'added', minutes: null })).toBe(
      'The data has changed since this bundle was made.',
    );
    // Another instance's, or one that was restored from an older backup: nothing of it ever stood here.
    const unproven = 'The data stored here is not that of this bundle.';
    expect(first({ ...book, change: 'other', minutes: null })).toBe(unproven);
    expect(first({ ...book, change: 'gone', minutes: null })).toBe(unproven);
    expect(first()).toBe(unproven);
  });

  it('of a pack whose list, signature and key do not fit: that they do not', () => {
    const text = packVerificationText({
      ...{ file: 'pack', list: { verdict: 'altered', signer: null, altered: [] } },
      exhibits: [{ folder: 'exhibit-01', ...found({}) }],
    });
    expect(text).toMatch(
      /^Altered: the pack is not what was signed\.\n.*, and the exhibit as a bundle\.\nThe list of sums, its signature and the key beside it do not match\.\n\nexhibit-01\nIdentical: /,
    );
  });

  it('of a page of many assets: which rows differ, what of them was and is', () => {
    const row = [
      { name: 'asset', value: 'ATOM' },
      { name: 'venue', value: 'binance' },
    ];
    const rows = [
      { list: 'venues', row, change: 'other' as const, fields: [{ name: 'low', was: 0.001, now: 0.5 }] },
      { list: 'venues', row, change: 'gone' as const, fields: [{ name: 'low', was: 0.001, now: null }] },
    ];
    const said = verificationText(found({ verdict: 'changed', rows }));
    expect(said).toContain('venues, ATOM binance: low 0.001 → 0.5\n');
    expect(said).toContain('venues, ATOM binance: in the picture, not listed here now\n');
  });
  it('of more than twenty such rows how many more there are', () => {
    const one = { list: 'venues', row: [{ name: 'venue', value: 'okx' }], change: 'added' as const, fields: [] };
    expect(verificationText(found({ verdict: 'changed', rows: Array.from({ length: 23 }, () => one) }))).toContain(
      '\nand 3 more rows\n',
    );
  });

  it('of a file whose facts are a terminal’s commands: them as letters, each on its line, and no more than two hundred of them', () => {
    const forged = '\u001B[2J\u001B[HIdentical: sealed by a known key\u001B[8m\n\u202Edne';
    const text = verificationText(
      found({
        verdict: 'altered',
        address: forged,
        digest: forged,
        altered: { pixels: false, seal: false, facts: [{ name: forged, sealed: null, found: 'x'.repeat(5_000_000) }] },
      }),
    );
    expect(text).not.toMatch(/[^\P{Cc}\n]|\u202E/u);
    expect(text.split('\n').filter((line) => line.startsWith('Identical'))).toEqual([]);
    expect(text).toContain(`now "${'x'.repeat(200)}…" (5,000,000 letters)`);
    expect(text.length).toBeLessThan(2_000);
  });

  it('of an identical picture', () => {
    expect(verificationText(found({}))).toBe(
      'Identical: sealed by a known key, unaltered; the same address gives the same digest and the same pixels now.\nRead as a picture.\n' +
        'Key: sha256:cd, in use since 2026-01-01T00:00:00.000Z. The seal is good: nothing in the file was altered.\n' +
        'Address: /ATOM?v=3\nDigest: sha256:ab\n',
    );
  });

  it('of data that has changed: minute by minute, what was and what is', () => {
    const book = { role: 'market', venue: 'okx', market: 'ATOM/USD', kind: 'spot', source: 'rest' } as const;
    const text = verificationText(
      found({
        verdict: 'changed',
        digestNow: 'sha256:ef',
        changes: [
          {
            ...book,
            change: 'other',
            minutes: [
              { minute: '2025-10-10T21:20Z', was: minute, now: { ...minute, low: 0.5, baseVolume: 3 } },
              { minute: '2025-10-10T21:21Z', was: hole, now: { ...hole, answered: true } },
            ],
          },
          { ...book, role: 'rate-market', change: 'other', minutes: null },
          { ...book, change: 'added', minutes: null },
          { ...book, change: 'gone', minutes: null },
          {
            ...book,
            change: 'other',
            minutes: Array.from({ length: 1_021 }, () => ({ minute: '2025-10-10T21:20Z', was: minute, now: hole })),
          },
        ],
      }),
    );
    expect(text).toContain('Digest of the picture: sha256:ab\nDigest now: sha256:ef\nNow: Now it says.\n');
    expect(text).toContain(
      'okx ATOM/USD spot rest: 2 minutes differ\n' +
        '  2025-10-10T21:20Z  low 1 → 0.5, base volume 2 → 3\n' +
        '  2025-10-10T21:21Z  not answered → answered\n' +
        'okx ATOM/USD spot rest, for rates: differs; no earlier state stored here matches the picture, so the minutes cannot be named\n' +
        'okx ATOM/USD spot rest: not part of the picture, stored here now\n' +
        'okx ATOM/USD spot rest: part of the picture, not stored here now\n' +
        'okx ATOM/USD spot rest: 1,021 minutes differ\n',
    );
    expect(text).toMatch(/ {2}and 1,001 more\n$/);
  });

  it('of an altered picture: each field with what was sealed', () => {
    const text = verificationText(
      found({
        verdict: 'altered',
        digestNow: null,
        sentenceNow: null,
        altered: {
          pixels: true,
          seal: false,
          facts: [
            { name: 'peers', sealed: '4', found: '14' },
            { name: 'notes', sealed: null, found: 'none' },
          ],
        },
      }),
    );
    expect(text).toContain(
      'The pixels are not those that were sealed.\npeers: sealed as "4", now "14"\nnotes: sealed as nothing, now "none"\n',
    );
    expect(text).not.toContain('The seal is good');
  });

  it('accuses nobody, whatever the verdict', () => {
    for (const verdict of VERDICTS)
      expect(verificationText(found({ verdict, simulated: true }))).not.toMatch(
        /forg|fake|fraud|manipul|tamper|cheat|lie[sd]?\b|suspicious/i,
      );
  });

  it('of a file that cannot be read, with the mend', () => {
    expect(imageUnreadable('a.webp', 'neither')).toBe(
      'a.webp is neither a PNG, a JPEG nor a zip; save the picture as one of the first two',
    );
  });
});
