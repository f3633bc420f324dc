import { Resvg } from '@resvg/resvg-js';
import type { Pixels } from '../sealed/pixels';
import { speech } from '../words/spoken';
import { fontFiles, thoseThere, withPartedLetters, SANS } from './fonts';

/** A sheet's SVG with its letters as the bundled faces draw them; `density`: pixels for each CSS pixel; `files`: paths of TTF files, else those of the language spoken. */
export function laidOut(svg: string, density: 1 | 2, files?: readonly string[]): Resvg {
  const { language } = speech();
  return new Resvg(withPartedLetters(svg, language), {
    fitTo: { mode: 'zoom', value: density },
    // Fonts of the machine would make the picture another on every machine.
    font: {
      loadSystemFonts: false,
      fontFiles: [...(files === undefined ? fontFiles(language) : thoseThere(files))],
      defaultFontFamily: SANS,
      sansSerifFamily: SANS,
    },
  });
}

/** What of it is seen. */
export function pixelsOf(sheet: Resvg): Pixels {
  const { width, height, pixels } = sheet.render();
  return { width, height, rgba: pixels };
}
