export const PACK = {
  summary:
    'write numbered exhibits for an arbitration: a zip with a bundle for each VIEW, an index, a PDF and a certification to complete',
  out: 'the zip to write (required)',
  lang: (languages: readonly string[]): string =>
    `language of every text in it, from ${languages.join(', ')} (default: en)`,
  zone: (zones: readonly string[]): string => `show times in this zone too, beside UTC: ${zones.join(', ')}`,
  stamp: 'ask the time authorities of PLUMBLINE_TIME_STAMPS to stamp its list of sums (RFC 3161)',
  more: `VIEW is an address, like /ATOM/2025-10-10T21:20Z?…; exhibits are numbered in the order given, each of two days at most. Exit code 2: an
address cannot be read, and nothing is made; 3: an address has no data, and the pack is made of the others and names it.`,
} as const;
