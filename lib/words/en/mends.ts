/** What to do about candles that are missing. */
export const mend = {
  later: 'run the same ingest again later',
  import: 'import trades or a candle file with `plumbline import`',
  laterOrImport: 'run the same ingest again later, or import trades or a candle file with `plumbline import`',
  older: 'older minutes come only from trades or a file: import them with `plumbline import`',
  compare: 'compare with another source before using these minutes',
  published: 'run the same ingest again later; if it stays so, the venue published it so: compare with another source',
  repair: '`plumbline ingest --repair` asks again, or import trades or a candle file with `plumbline import`',
  venue: 'run the same ingest again later; the other venues go on',
  otherNetwork: 'run the same ingest again later, from a network the venue serves; the other venues go on',
};
