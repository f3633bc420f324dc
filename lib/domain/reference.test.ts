import { describe, expect, it } from 'vitest';
import {
  isOfEach,
  isSecond,
  isReferenceVenue,
  needsPeers,
  parseReference,
  referenceOf,
  writeReference,
  type Reference,
} from './reference';

const named = ['others', 'all', 'vwm', 'wrapped', 'peg'] as const;

describe('a reference', () => {
  it.each([...named, 'venue:coinbase'] as const)('%s is written as it was read', (text) => {
    expect(writeReference(referenceOf(text))).toBe(text);
  });

  it('of one venue names the venue', () => {
    expect(parseReference('venue:okx')).toEqual({ ok: true, value: { kind: 'venue', venue: 'okx' } });
  });

  it.each(['', 'own', 'Venue:okx', 'venue:', 'venue:O K X', 'peg '])('is not read from "%s"', (text) => {
    expect(parseReference(text).ok).toBe(false);
  });

  it.each([
    ['others', false, true, true],
    ['all', false, false, true],
    ['vwm', false, true, true],
    ['wrapped', true, true, true],
    ['peg', true, false, false],
    ['venue:okx', false, false, false],
  ] as const)('%s: second %s, of each venue %s, needs peers %s', (text, second, ofEach, peers) => {
    const reference: Reference = referenceOf(text);
    expect([isSecond(reference), isOfEach(reference), needsPeers(reference)]).toEqual([second, ofEach, peers]);
  });

  it('is one market: the spot book of the venue named', () => {
    const okx = referenceOf('venue:okx');
    expect(isReferenceVenue(okx, { venue: 'okx', kind: 'spot' })).toBe(true);
    expect(isReferenceVenue(okx, { venue: 'okx', kind: 'perp' })).toBe(false);
    expect(isReferenceVenue(okx, { venue: 'gate', kind: 'spot' })).toBe(false);
    expect(isReferenceVenue(referenceOf('others'), { venue: 'okx', kind: 'spot' })).toBe(false);
  });
});
