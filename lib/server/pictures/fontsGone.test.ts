import { expect, it, vi } from 'vitest';
import { laidOut, pixelsOf } from '../../evidence/laidOut';

// Packages installed anew under a running server take the fonts away for a while.
const fonts = vi.hoisted(() => ({ areThere: true }));
vi.mock('node:fs', async (original) => {
  const real = await original<typeof import('node:fs')>();
  return {
    ...real,
    existsSync: (file: string) => (/\.ttf$/.test(file) ? fonts.areThere : true) && real.existsSync(file),
  };
});

const STAMPED =
  '<svg xmlns="http://www.w3.org/2000/svg" width="200" height="40"><text x="8" y="28" font-family="Geist" font-size="24">SIMULATED</text></svg>';
/** Pixels with something in them. */
const inked = (): number => pixelsOf(laidOut(STAMPED, 1)).rgba.filter((value, i) => i % 4 === 3 && value > 0).length;

it('a picture whose fonts have gone since is none, for it would be one without SIMULATED; with them it is drawn again', () => {
  const drawn = inked();
  expect(drawn).toBeGreaterThan(100);
  fonts.areThere = false;
  expect(inked).toThrow(/^the fonts of pictures are missing: .* run npm install$/);
  expect(() => laidOut(STAMPED, 1, ['/nowhere/Geist-Bold.ttf'])).toThrow(
    /^the fonts of pictures are missing: \/nowhere\/Geist-Bold\.ttf is not there/,
  );
  fonts.areThere = true;
  expect(inked()).toBe(drawn);
});
