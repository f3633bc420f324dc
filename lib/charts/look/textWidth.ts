/** Advance widths of Geist Regular, in thousandths of the font size, from space (U+0020) to tilde (U+007E). */
const ADVANCES = [
  250, 213, 346, 478, 629, 802, 620, 178, 274, 274, 430, 558, 201, 419, 201, 480, 663, 384, 619, 613, 615, 626, 593,
  524, 604, 593, 297, 297, 544, 540, 544, 559, 906, 668, 680, 703, 694, 603, 590, 700, 713, 270, 597, 640, 580, 877,
  743, 739, 650, 733, 672, 640, 552, 689, 667, 945, 606, 576, 544, 347, 455, 347, 426, 557, 248, 551, 595, 546, 595,
  561, 395, 594, 581, 244, 260, 590, 267, 877, 581, 573, 595, 595, 379, 520, 392, 575, 536, 819, 585, 537, 537, 389,
  264, 389, 523,
] as const;
const FIRST = 0x20;
/** The signs of typography in use, from the same face. */
const SIGNS: Readonly<Record<string, number>> = {
  '−': 520,
  '–': 591,
  '·': 201,
  '…': 571,
  '’': 203,
  '±': 538,
  '×': 502,
  '≥': 544,
  '≤': 544,
  '\u00a0': 250,
  '₀': 392,
  '₁': 242,
  '₂': 348,
  '₃': 332,
  '₄': 330,
  '₅': 345,
  '₆': 370,
  '₇': 300,
  '₈': 350,
  '₉': 370,
};
/** Any other sign counts as wide: rather a line too many than a clipped one. */
const OTHER = 1000;

/** The width of a line of Geist Regular in pixels; kerning is left out, bolder weights run up to 6 % wider. */
export function textWidth(text: string, fontSize: number): number {
  let thousandths = 0;
  for (const sign of text) thousandths += ADVANCES[(sign.codePointAt(0) ?? NaN) - FIRST] ?? SIGNS[sign] ?? OTHER;
  return (thousandths * fontSize) / 1000;
}

/** A long name, or the short one where the long one has no room. */
export const wholeOr = (whole: string, brief: string, fontSize: number, width: number): string =>
  textWidth(whole, fontSize) <= width ? whole : brief;

/** The text, or as much of it as fits with an ellipsis. */
export function fitted(text: string, fontSize: number, width: number): string {
  if (textWidth(text, fontSize) <= width) return text;
  let cut = text;
  while (cut !== '' && textWidth(`${cut}…`, fontSize) > width) cut = cut.slice(0, -1);
  return `${cut}…`;
}
