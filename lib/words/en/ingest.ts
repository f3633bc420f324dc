/** What happens while candles are ingested: causes of gaps and notes. */
export const runWords = {
  stopped: 'stopped before this part was requested',
};
