import type { Resvg } from '@resvg/resvg-js';
import { metadataTexts } from './metadata';
import { rendering, type Picture } from './picture';
import { escapeXml } from './xml';

/**
 * A view as an SVG file that looks the same everywhere: letters are outlines of the bundled faces. What the picture says of itself stands in it
 * as text, for those who search and those who listen.
 */
export const svgFile = (picture: Picture): string =>
  saidSvg(rendering(picture), picture, metadataTexts(picture.metadata, picture));

/** The same of any sheet. */
export function saidSvg(
  sheet: Resvg,
  { title, subtitle }: { readonly title: string; readonly subtitle: string },
  texts: Readonly<Record<string, string>>,
): string {
  const facts = Object.entries(texts).map(([name, value]) => `${name}: ${value}`);
  const desc = [subtitle, ...facts].join('\n');
  const svg = sheet.toString();
  const inside = svg.indexOf('>') + 1;
  return `${svg.slice(0, inside)}\n<title>${escapeXml(title)}</title>\n<desc>${escapeXml(desc)}</desc>${svg.slice(inside)}`;
}
