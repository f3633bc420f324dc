/** What frames every page. */
export const siteWords = {
  name: 'Plumbline',
  titleTemplate: '%s · Plumbline',
  description: 'How far, and for how long, each exchange’s price strayed from the market, minute by minute.',
  skip: 'Skip to content',
} as const;

/** A title or description that is read away from its page, of simulated prices. */
export const stampedTitle = (text: string): string => `SIMULATED · ${text}`;
