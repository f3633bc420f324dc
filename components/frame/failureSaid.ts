import { failures } from '@/lib/words/connection';

/** Of a server that is away, or whose answer is none, a program is told the address; a person what to do. */
export const failureSaid = (failure: Error & { readonly code?: unknown }): string =>
  failure.code === 'unreachable' || failure.code === 'unreadable' ? failures[failure.code] : failure.message;
