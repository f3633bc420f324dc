/** A view inside somebody else's page. */
export const embedded = {
  /** `venues`: "Binance, OKX" */
  source: (venues: string): string => `Source: 1-minute candles of ${venues}, stored by Plumbline.`,
  open: 'Open at Plumbline',
  /** Nothing is stored of what the address asks for. */
  nothing: 'Nothing is stored here for this address.',
} as const;
