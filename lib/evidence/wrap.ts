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
 * Where a line of Chinese may end: between two signs, behind a mark that closes, before one that opens, and never before one that closes (Unicode
 * Standard Annex 14, classes ID, CL and OP).
 */
const BETWEEN =
  /(?<=\p{Script=Han})(?=\p{Script=Han})|(?<=[，。、；：！？）」』》])(?![，。、；：！？）」』》])|(?<![（「『《])(?=[（「『《])/u;

/** Behind an entry of a list. */
const ENTRIES = /(?<=[、；])|(?<=[,;]) /;

/** What of a text stays on one line where it can, and whether a space stands before it. */
interface Unit {
  readonly text: string;
  readonly isSpaced: boolean;
}

const unitsOf = (text: string): readonly Unit[] =>
  text
    .split(/[ \t\n\r]+/)
    .filter((part) => part !== '')
    .flatMap((word) => word.split(BETWEEN).map((part, i) => ({ text: part, isSpaced: i === 0 })));

/** What of a text is broken only where a line has no room for it alone. */
export const unbreakable = (text: string): readonly string[] => unitsOf(text).map((unit) => unit.text);

/**
 * Breaks a text into lines that fit, between words (never at a no-break space) and between the signs of Chinese; a word that alone is too long is
 * broken anywhere. Never empty.
 */
export const wrapped = (text: string, fontSize: number, width: number, face: Face = 'sans'): readonly string[] =>
  filled(unitsOf(text), within(fontSize, width, face));

/** The same of text that somebody else measures: `fits` says whether it is short enough for a line. */
export const wrappedWhere = (text: string, fits: (line: string) => boolean): readonly string[] =>
  filled(unitsOf(text), fits);

const within =
  (fontSize: number, width: number, face: Face) =>
  (line: string): boolean =>
    widthOf(line, fontSize, face) <= width;

/** The same of a list, whose entries are not broken inside: "binance ATOM/USDT (rest)" stays on one line. */
export const wrappedList = (list: string, fontSize: number, width: number, face: Face = 'sans'): readonly string[] =>
  filled(
    list.split(ENTRIES).map((entry, i, all) => ({
      text: entry.replaceAll(' ', '\u00a0'),
      isSpaced: /[,;]$/.test(all[i - 1] ?? ''),
    })),
    within(fontSize, width, face),
  );

function filled(units: readonly Unit[], fits: (line: string) => boolean): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const { text, isSpaced } of units)
    for (const [i, piece] of pieces(text, fits).entries()) {
      const joined = line === '' ? piece : `${line}${isSpaced && i === 0 ? ' ' : ''}${piece}`;
      if (fits(joined)) line = joined;
      else {
        lines.push(line);
        line = piece;
      }
    }
  return [...lines, line];
}

function pieces(word: string, fits: (line: string) => boolean): readonly string[] {
  const out: string[] = [];
  let piece = '';
  for (const sign of word) {
    // What is kept back after a break may itself be too wide for the next sign.
    while (piece !== '' && !fits(piece + sign)) {
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
