/** What changed from one version of the method to the next, the newest first. */
export const CHANGES: readonly { readonly version: number; readonly what: string }[] = [
  {
    version: 1,
    what: 'The first version: every rule on this page. Nothing measured before it exists, so nothing has to be read differently.',
  },
];
