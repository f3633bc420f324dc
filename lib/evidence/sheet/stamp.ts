import type { Ink } from '../../charts/look/theme';
import { pictureSimulated } from '../../words/picture';
import { SANS } from '../fonts';

const STAMP_SIZE = 46;

/**
 * SIMULATED in a band above and below, and in rows behind everything between: no cut is without it, and no word is under it. `band`: the height of
 * each of the two.
 */
export function stamped(width: number, height: number, ink: Ink, band: number): string {
  const size = band / 2;
  const bandAt = (top: number): string =>
    `<rect x="0" y="${top}" width="${width}" height="${band}" fill="#ffc61a"/><text x="${width / 2}" y="${top + band * 0.675}" text-anchor="middle" font-family="${SANS}" font-size="${size}" font-weight="700" letter-spacing="2" fill="#14110a">${pictureSimulated.band}</text>`;
  const rows: string[] = [];
  for (let row = 0; row * 130 < height; row += 1) {
    for (let x = (row % 2) * 190; x < width + 190; x += 380) {
      const y = 90 + row * 130;
      rows.push(
        `<text transform="translate(${x} ${y}) rotate(-18)" text-anchor="middle" font-family="${SANS}" font-size="${STAMP_SIZE}" font-weight="700" letter-spacing="3" fill="${ink.stamp}">${pictureSimulated.stamp}</text>`,
      );
    }
  }
  return `<g>${rows.join('\n')}</g>${bandAt(0)}${bandAt(height - band)}\n`;
}
