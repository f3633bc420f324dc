import { Resvg } from '@resvg/resvg-js';
import type { Pixels, Size } from '../sealed/pixels';

/** Decodes a JPEG of a size, or as wide as asked, made smaller. What cannot be decoded comes out blank. */
export function jpegPixels(jpeg: Uint8Array, size: Size, most: number): Pixels {
  const scale = Math.min(1, most / size.width);
  const [width, height] = [Math.round(size.width * scale), Math.max(1, Math.round(size.height * scale))];
  const place = `width="${String(width)}" height="${String(height)}"`;
  const href = `data:image/jpeg;base64,${Buffer.from(jpeg).toString('base64')}`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" ${place}><image ${place} preserveAspectRatio="none" href="${href}"${scale === 1 ? ' style="image-rendering:pixelated"' : ''}/></svg>`;
  const image = new Resvg(svg, { imageRendering: scale === 1 ? 1 : 0, font: { loadSystemFonts: false } }).render();
  return { width: image.width, height: image.height, rgba: image.pixels };
}
