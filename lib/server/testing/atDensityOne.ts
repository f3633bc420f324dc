import type * as pictureLook from '../../domain/pictureLook';

/**
 * For `vi.mock` of `domain/pictureLook`: a picture of which nobody says how dense it is has one pixel a CSS pixel, and so has that of a bundle. Such a
 * one is drawn, packed and read in a quarter of the time. What asks for two by name still gets two.
 */
export async function atDensityOne(original: () => Promise<typeof pictureLook>): Promise<typeof pictureLook> {
  const real = await original();
  return { ...real, USUAL_LOOK: { ...real.USUAL_LOOK, density: 1 } };
}
