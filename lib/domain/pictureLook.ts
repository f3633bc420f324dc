/** The frames a picture is drawn in (docs/adr/0020), the usual one first; `sheet`: as tall as what stands on it. */
export const PICTURE_SIZES = ['wide', 'square', 'card', 'page', 'sheet'] as const;
export type PictureSize = (typeof PICTURE_SIZES)[number];

export const PICTURE_THEMES = ['light', 'dark'] as const;
export type PictureTheme = (typeof PICTURE_THEMES)[number];

/** Pixels of a picture for each CSS pixel, the usual first. */
export const PICTURE_DENSITIES = [2, 1] as const;
export type PictureDensity = (typeof PICTURE_DENSITIES)[number];

/** How a picture is drawn, whatever it shows. */
export interface PictureLook {
  readonly size: PictureSize;
  readonly theme: PictureTheme;
  readonly density: PictureDensity;
}

/** Of a picture whose address names none. */
export const USUAL_LOOK: PictureLook = { size: 'wide', theme: 'light', density: 2 };

/** Of the frames that have one, in CSS pixels. `page`: A4 at 150 pixels an inch. */
export const FRAMES = {
  wide: { width: 1600, height: 900 },
  square: { width: 1080, height: 1080 },
  card: { width: 1200, height: 628 },
  page: { width: 1240, height: 1754 },
} as const satisfies Partial<Record<PictureSize, { readonly width: number; readonly height: number }>>;
