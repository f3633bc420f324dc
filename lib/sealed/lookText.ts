import { PICTURE_DENSITIES, PICTURE_SIZES, PICTURE_THEMES, type PictureLook } from '../domain/pictureLook';

const KEYWORDS = { size: 'plumbline:size', theme: 'plumbline:theme', density: 'plumbline:density' } as const;

/** How a picture is drawn, as texts of its file: with its address all that is needed to draw it anew. */
export const lookTexts = (look: PictureLook | undefined): Readonly<Record<string, string>> =>
  look === undefined
    ? {}
    : { [KEYWORDS.size]: look.size, [KEYWORDS.theme]: look.theme, [KEYWORDS.density]: String(look.density) };

/** How a picture of these texts is drawn; undefined: it does not say, or in a way that this code does not know. */
export function lookOf(texts: ReadonlyMap<string, string>): PictureLook | undefined {
  const [size, theme, density] = [
    PICTURE_SIZES.find((one) => one === texts.get(KEYWORDS.size)),
    PICTURE_THEMES.find((one) => one === texts.get(KEYWORDS.theme)),
    PICTURE_DENSITIES.find((one) => String(one) === texts.get(KEYWORDS.density)),
  ];
  return size === undefined || theme === undefined || density === undefined ? undefined : { size, theme, density };
}
