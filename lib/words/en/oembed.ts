import { quoted } from './refusals';

/** What is wrong with a question about how a page is embedded. */
export const oembedFaults = {
  noOrigin: 'this app has no public address; set PLUMBLINE_ORIGIN to the one its pages are read at',
  noUrl: '"url" is missing; give the address of a page, whole',
  notHere: (url: string, origin: string): string =>
    `${quoted(url)} is no view of ${origin}; give the address of an asset or of one of its minutes, whole`,
  format: (format: string): string => `"format" is ${quoted(format)}; answers come as json`,
  side: (name: string, text: string): string => `${quoted(name)} is ${quoted(text)}; give whole pixels from 1`,
} as const;
