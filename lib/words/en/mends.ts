/** What to do about candles that are missing. */
export const mend = {
  later: 'run the same ingest again later',
  import: 'import trades or a candle file with `plumbline import`',
  laterOrImport: 'run the same ingest again later, or import trades or a candle file with `plumbline import`',
  older: 'older minutes come only from trades or a file: import them with `plumbline import`',
  sooner: 'they can only be fetched soon after the event',
  published:
    'run the same ingest again later; if nothing changes, compare with another source: the venue published it this way',
  listed: 'check the window; before its listing a market has no trades',
  repair:
    'run `plumbline ingest --repair` to request it again, or import trades or a candle file with `plumbline import`',
  venue: 'run the same ingest again later; the other venues continue',
  otherNetwork: 'run the same ingest again later, from a network the venue serves; the other venues continue',
};
