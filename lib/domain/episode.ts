/** On which side of its reference an episode's prices lie. */
export const SIDES = ['below', 'above'] as const;
export type Side = (typeof SIDES)[number];

export const CENSORINGS = ['none', 'start', 'end', 'both', 'gap'] as const;
/** `start`, `end`: touches that edge of the window. `gap`: closed by more than 30 missing minutes in a row (method, section 5). */
export type Censoring = (typeof CENSORINGS)[number];
