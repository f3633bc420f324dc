import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Resvg } from '@resvg/resvg-js';
import { root } from './steps.mjs';

// npm run icons: draws every icon in public/ anew from the mark, public/icon.svg.
const folder = join(root, 'public');
const mark = readFileSync(join(folder, 'icon.svg'), 'utf8');
/** A phone cuts its own shape out of these: no rounded corners, and for a maskable one the mark within the middle four fifths. */
const square = mark.replace(' rx="5"', '');
const maskable = square
  .replace('viewBox="0 0 24 24"', 'viewBox="-3 -3 30 30"')
  .replace('<rect width="24" height="24"', '<rect x="-3" y="-3" width="30" height="30"');
if (square === mark || maskable.includes('"0 0 24 24"'))
  throw new Error('public/icon.svg: its frame is not the one expected');

const png = (svg, width) => new Resvg(svg, { fitTo: { mode: 'width', value: width } }).render().asPng();

/** An icon file of one PNG: header, one entry, the picture. */
function ico(picture, width) {
  const head = Buffer.alloc(22);
  head.writeUInt16LE(1, 2);
  head.writeUInt16LE(1, 4);
  head.writeUInt8(width, 6);
  head.writeUInt8(width, 7);
  head.writeUInt16LE(1, 10);
  head.writeUInt16LE(32, 12);
  head.writeUInt32LE(picture.length, 14);
  head.writeUInt32LE(head.length, 18);
  return Buffer.concat([head, picture]);
}

for (const [name, bytes] of [
  ['icon-192.png', png(mark, 192)],
  ['icon-512.png', png(mark, 512)],
  ['icon-maskable-512.png', png(maskable, 512)],
  ['apple-touch-icon.png', png(square, 180)],
  ['favicon.ico', ico(png(mark, 32), 32)],
]) {
  writeFileSync(join(folder, name), bytes);
  process.stdout.write(`public/${name}\n`);
}
