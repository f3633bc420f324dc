import { Resvg } from '@resvg/resvg-js';

/** A PNG as another reader of images sees it: four bytes a pixel. */
export function pngPixels(png: Buffer): { readonly width: number; readonly height: number; readonly data: Buffer } {
  const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)];
  const size = `width="${String(width)}" height="${String(height)}"`;
  const href = `data:image/png;base64,${png.toString('base64')}`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" ${size}><image ${size} href="${href}" style="image-rendering:pixelated"/></svg>`;
  return { width, height, data: new Resvg(svg, { imageRendering: 1 }).render().pixels };
}
