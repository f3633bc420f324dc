import localFont from 'next/font/local';

/**
 * Geist, cut to what pages are written with: its weights from 400 to 800 (docs/fonts.md). The face has the name of the constant: none that a machine knows, or one
 * of its own would come in its place when it is late (`sans` is such a name).
 */
export const geistOfPages = localFont({
  src: './Geist.woff2',
  variable: '--font-geist-sans',
  weight: '400 800',
  // A face that is late is left out for as long as the page stands: swapped in, it would break lines anew and move what is below them.
  display: 'optional',
  // globals.css has those of more machines than one, bold ones too.
  adjustFontFallback: false,
});

export const geistMonoOfPages = localFont({
  src: './GeistMono.woff2',
  variable: '--font-geist-mono',
  weight: '400 800',
  display: 'optional',
  adjustFontFallback: false,
});
