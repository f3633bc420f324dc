/** The page's own colours and letters, of a chart that stands in its HTML and follows its theme. */
export const PAGE_INK = {
  ink: 'var(--ink)',
  quiet: 'var(--ink-3)',
  rule: 'var(--rule)',
  frame: 'var(--rule-strong)',
  below: 'var(--below)',
  above: 'var(--above)',
  paper: 'var(--paper)',
  sunk: 'var(--sunk)',
  caution: 'var(--caution)',
  stamp: 'var(--simulated)',
} as const;
export const PAGE_FONT = 'var(--font-sans)';
