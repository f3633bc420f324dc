import localFont from 'next/font/local';

/** Geist, cut to what pages are written with: its weights from 400 to 800 (docs/fonts.md). */
export const sans = localFont({
  src: './Geist.woff2',
  variable: '--font-geist-sans',
  weight: '400 800',
});

export const mono = localFont({
  src: './GeistMono.woff2',
  variable: '--font-geist-mono',
  weight: '400 800',
  adjustFontFallback: false,
});
