import { PICTURE_DENSITIES, PICTURE_SIZES, PICTURE_THEMES, USUAL_LOOK, type PictureLook } from '../domain/pictureLook';
import { parsed, type Parsed } from '../domain/unit';
import { readOneOf } from './fields';
import type { ViewForm } from './forms';
import { writeQuery, type Fields } from './query';

/** What the address of a picture takes beside its view's own fields. The letters of an SVG are outlines: it has no density. */
const NAMES = { png: ['size', 'theme', 'density'], svg: ['size', 'theme'] } as const;

/** The names that the address of a form takes beside its view's own. */
export const lookNames = (form: ViewForm): readonly string[] => (form === 'png' || form === 'svg' ? NAMES[form] : []);

/** How a picture of these fields is drawn; those left out are the usual ones. */
export function readLook(fields: Readonly<Record<string, string | undefined>>): Parsed<PictureLook> {
  const size = readOneOf('size', fields['size'] ?? USUAL_LOOK.size, PICTURE_SIZES);
  if (!size.ok) return size;
  const theme = readOneOf('theme', fields['theme'] ?? USUAL_LOOK.theme, PICTURE_THEMES);
  if (!theme.ok) return theme;
  const density = readOneOf('density', fields['density'] ?? String(USUAL_LOOK.density), DENSITIES);
  if (!density.ok) return density;
  return parsed({ size: size.value, theme: theme.value, density: density.value === '1' ? 1 : 2 });
}

/** A look in full, as fields of a query; none of one that is not known. */
export const lookFields = (look: PictureLook | undefined): Fields =>
  look === undefined ? [] : NAMES.png.map((name) => [name, String(look[name])] as const);

const DENSITIES = PICTURE_DENSITIES.map((density) => `${density}` as const);

/** The address of a picture drawn so: what is not as usual stands behind its view's fields. */
export function withLook(address: string, look: Partial<PictureLook>): string {
  const fields = NAMES.png.flatMap((name) => {
    const value = look[name];
    return value === undefined || value === USUAL_LOOK[name] ? [] : [[name, String(value)] as const];
  });
  return fields.length === 0 ? address : `${address}${address.includes('?') ? '&' : '?'}${writeQuery(fields)}`;
}
