import { describe, expect, it } from 'vitest';
import { minuteAt, minuteRange } from '../domain/minute';
import { mendedAddress } from './mended/mended';
import { exhibitAddress, exhibitsIn, packPath, readExhibit, rearranged } from './pack';
import { viewPath } from './view';

const at = (iso: string) => minuteAt(Date.parse(iso));
const WINDOW = minuteRange(at('2025-10-10T20:00Z'), at('2025-10-11T00:00Z'));
const ATOM = '/ATOM?v=3&m=2&from=2025-10-10T20:00Z&to=2025-10-11T00:00Z';

describe('the page of a pack', () => {
  it('has its exhibits in its address, in order, and nothing else', () => {
    const search = new URL(packPath(['/-/a', ATOM]), 'http://localhost').searchParams;
    expect(exhibitsIn(search)).toEqual(['/-/a', ATOM]);
    expect(packPath([])).toBe('/pack');
  });

  it('is left as it is by what mends addresses: its fields are addresses themselves', () => {
    expect(mendedAddress(packPath([ATOM, `${ATOM}\n/-/b`]))).toBeUndefined();
    expect(mendedAddress(packPath([ATOM]).replace('/pack', '/packs'))).toBeDefined();
  });

  it('takes several addresses that were pasted into one field', () => {
    const search = new URLSearchParams([
      ['view', ` ${ATOM}\r\n/-/b `],
      ['view', ''],
    ]);
    expect(exhibitsIn(search)).toEqual([ATOM, '/-/b']);
  });

  it.each([
    [0, 'later', ['b', 'a', 'c']],
    [2, 'earlier', ['a', 'c', 'b']],
    [0, 'earlier', ['a', 'b', 'c']],
    [2, 'later', ['a', 'b', 'c']],
    [1, 'remove', ['a', 'c']],
  ] as const)('with exhibit %i %s is %s', (which, change, list) => {
    expect(rearranged(['a', 'b', 'c'], which, change)).toEqual(list);
  });
});

describe('the address of an exhibit', () => {
  it('is read from a short one as from a whole one', () => {
    const whole = readExhibit(`https://plumbline.example${ATOM}`, WINDOW);
    if (whole.kind !== 'view') throw new Error(whole.kind);
    const short = exhibitAddress(whole.view);
    expect(short).toMatch(/^\/-\/\w+$/);
    const again = readExhibit(short, WINDOW);
    if (again.kind !== 'view') throw new Error(again.kind);
    expect(viewPath(again.view)).toBe(viewPath(whole.view));
  });

  it.each([
    ['/ATOM', { kind: 'broken', broken: { kind: 'no-window' } }],
    ['/-/zzz', { kind: 'broken', broken: { kind: 'broken-short-address' } }],
    [`${ATOM}&zoom=9`, { kind: 'ignored', ignored: [{ kind: 'unknown-name', name: 'zoom' }] }],
    ['/ATOM?from=2025-10-01T00:00Z&to=2025-10-03T00:01Z', { kind: 'too-long', days: 3, mostDays: 2 }],
  ])('%s is none', (text, expected) => {
    expect(readExhibit(text, WINDOW)).toMatchObject(expected);
  });
});
