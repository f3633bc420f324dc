import { describe, expect, it } from 'vitest';
import { packIn } from './request';

const VIEW = '/ATOM?from=2025-10-10T20:00Z&to=2025-10-11T00:00Z';
const asked = (...fields: readonly (readonly [string, string])[]) =>
  packIn(new URL(`http://localhost/api/v1/packs?${new URLSearchParams(fields.map(([a, b]) => [a, b])).toString()}`));

describe('a pack that is asked for', () => {
  it('has its exhibits in order, and a clock', () => {
    expect(asked(['view', VIEW], ['view', '/DOGE/2025-10-10T21:20Z'], ['zone', 'utc+9'], ['lang', 'ko'])).toMatchObject(
      {
        ok: true,
        value: { views: [{ question: { asset: 'ATOM' } }, { question: { asset: 'DOGE' } }], zone: 'utc+9' },
      },
    );
  });

  it.each([
    ['nothing', [], /add view=/],
    ['more than ten exhibits', Array.from({ length: 11 }, () => ['view', VIEW] as const), /11 .* at most 10/],
    ['an address that cannot be read', [['view', VIEW] as const, ['view', '/ATOM'] as const], /names no window/],
    ['an address of which a page would ignore something', [['view', `${VIEW}&zoom=9`] as const], /zoom/],
    [
      'more than two days',
      [['view', '/ATOM?from=2025-10-01T00:00Z&to=2025-10-04T00:00Z'] as const],
      /3 days.*at most 2/,
    ],
    ['the reader’s own clock', [['view', VIEW] as const, ['zone', 'local'] as const], /zone/],
    ['a language there is not', [['view', VIEW] as const, ['lang', 'fr'] as const], /lang/],
    ['a name it does not know', [['view', VIEW] as const, ['limit', '3'] as const], /limit/],
    ['a clock twice', [['view', VIEW] as const, ['zone', 'utc'] as const, ['zone', 'utc'] as const], /zone/],
    ['a query that is too long', [['view', 'x'.repeat(13_000)] as const], /12/],
  ] as const)('is refused with %s', (_, fields, line) => {
    expect(asked(...fields)).toMatchObject({ ok: false, status: 400, message: expect.stringMatching(line) as string });
  });
});
