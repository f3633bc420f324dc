import localFont from 'next/font/local';

/** Geist, cut to what pages are written with: its weights from 400 to 800 (docs/fonts.md). */
export const sans = localFont({
  src: './Geist.woff2',
  variable: '--font-geist-sans',
  weight: '400 800',
  // A face that comes late would break lines anew, and move what is below: it is there with the first paint, or from the next page on.
  display: 'optional',
});

export const mono = localFont({
  src: './GeistMono.woff2',
  variable: '--font-geist-mono',
  weight: '400 800',
  // A face that comes late would break lines anew, and move what is below: it is there with the first paint, or from the next page on.
  display: 'optional',
  adjustFontFallback: false,
});
