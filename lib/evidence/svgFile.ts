import { metadataTexts } from './metadata';
import { rendering, type Picture } from './picture';
import { escapeXml } from './xml';

/**
 * A view as an SVG file that looks the same everywhere: letters are outlines of the bundled faces. What the picture says of itself stands in it
 * as text, for those who search and those who listen.
 */
export function svgFile(picture: Picture): string {
  const { title, subtitle, metadata } = picture;
  const facts = Object.entries(metadataTexts(metadata, picture)).map(([name, value]) => `${name}: ${value}`);
  const desc = [subtitle, ...facts].join('\n');
  const [head = '', ...rest] = rendering(picture)
    .toString()
    .split(/(?<=^<svg[^>]*>)/);
  return `${head}\n<title>${escapeXml(title)}</title>\n<desc>${escapeXml(desc)}</desc>${rest.join('')}`;
}
