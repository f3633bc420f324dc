/** The account that claimants published of 10 October 2025: their figures, which nothing here confirms. Times UTC. */
export const CLAIMED_ACCOUNT = {
  /** In USDT; of DOGE about. */
  losses: { DOGE: 443_835, XRP: 148_000 },
  /** Orders were refused, by code -2010 first. */
  from: '2025-10-10T21:12Z',
  /** From here on reduce-only attempts were counted. */
  reduceOnlyFrom: '2025-10-10T21:16Z',
  to: '2025-10-10T23:02Z',
  /** "More than 200 reduce-only attempts, nearly all refused". */
  moreAttemptsThan: 200,
} as const;
