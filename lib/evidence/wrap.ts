import { textWidth } from '../charts/look/textWidth';

/** Bolder and kerned text runs wider than the widths of the regular face. */
const SPARE = 1.06;
/** Every sign of Geist Mono is six tenths of its size wide. */
const MONO_WIDTH = 0.6;

/** How far back, in signs, a better place to break an address is looked for. */
const NEAR = 40;

export type Face = 'sans' | 'mono';

export const widthOf = (text: string, fontSize: number, face: Face): number =>
  face === 'mono' ? Array.from(text).length * fontSize * MONO_WIDTH : textWidth(text, fontSize) * SPARE;

/**
 * Between two signs of Chinese, where a line may end: before any character but a mark that closes, behind any but one that opens (Unicode Standard
 * Annex 14, class ID against CL and OP).
 */
const BETWEEN = /(?<=[\p{Script=Han}，。、；：！？）」』》])(?=[\p{Script=Han}（「『《])/u;

/**
 * Breaks a text into lines that fit, between words (never at a no-break space) and between the signs of Chinese; a word that alone is too long is
 * broken anywhere. Never empty.
 */
export function wrapped(text: string, fontSize: number, width: number, face: Face = 'sans'): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/[ \t\n\r]+/).filter((part) => part !== '')) {
    const all = word.split(BETWEEN).flatMap((part) => pieces(part, fontSize, width, face));
    for (const [i, piece] of all.entries()) {
      // Only between words is there a space; what is one word was parted for its length, or because it has none.
      const joined = line === '' ? piece : `${line}${i === 0 ? ' ' : ''}${piece}`;
      if (widthOf(joined, fontSize, face) <= width) line = joined;
      else {
        lines.push(line);
        line = piece;
      }
    }
  }
  return [...lines, line];
}

function pieces(word: string, fontSize: number, width: number, face: Face): readonly string[] {
  const out: string[] = [];
  let piece = '';
  for (const sign of word) {
    // What is kept back after a break may itself be too wide for the next sign.
    while (piece !== '' && widthOf(piece + sign, fontSize, face) > width) {
      // An address is broken after one of its own signs where one is near.
      const cut = piece.slice(-NEAR).search(/[&?,/][^&?,/]*$/);
      const kept = cut === -1 ? piece.length : Math.max(0, piece.length - NEAR) + cut + 1;
      out.push(piece.slice(0, kept));
      piece = piece.slice(kept);
    }
    piece += sign;
  }
  return [...out, piece];
}
