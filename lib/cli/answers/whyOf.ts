/** `ENOENT`: the system's own word for why a file cannot be read, or the failure's. */
export const whyOf = (failure: unknown): string =>
  failure instanceof Error && 'code' in failure ? String(failure.code) : String(failure);
