import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PICTURE_DENSITIES, PICTURE_SIZES, PICTURE_THEMES, USUAL_LOOK } from '../domain/pictureLook';
import { lookNames, readLook, withLook } from './pictureLook';

const look = fc.record({
  size: fc.constantFrom(...PICTURE_SIZES),
  theme: fc.constantFrom(...PICTURE_THEMES),
  density: fc.constantFrom(...PICTURE_DENSITIES),
});

describe('how a picture is drawn', () => {
  it('is read back from the address it was written into, whatever stands before it', () => {
    fc.assert(
      fc.property(look, fc.constantFrom('/ATOM.png', '/ATOM.png?v=3&scale=log'), (wanted, address) => {
        const search = new URL(withLook(address, wanted), 'http://localhost').searchParams;
        const fields = Object.fromEntries(lookNames('png').map((name) => [name, search.get(name) ?? undefined]));
        expect(readLook(fields)).toEqual({ ok: true, value: wanted });
        expect(search.get('scale')).toBe(address.includes('scale') ? 'log' : null);
      }),
    );
  });

  it('is as usual where the address names nothing, and then is not written', () => {
    expect(readLook({})).toEqual({ ok: true, value: { size: 'wide', theme: 'light', density: 2 } });
    expect(withLook('/ATOM.png?v=3', USUAL_LOOK)).toBe('/ATOM.png?v=3');
    expect(withLook('/ATOM.png?v=3', { size: 'card', density: 1 })).toBe('/ATOM.png?v=3&size=card&density=1');
  });

  it('is asked of pictures alone: an SVG has no density, a table no frame', () => {
    expect(lookNames('png')).toEqual(['size', 'theme', 'density']);
    expect(lookNames('svg')).toEqual(['size', 'theme']);
    expect(lookNames('csv')).toEqual([]);
  });
});
