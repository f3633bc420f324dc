import type { Evidence, FileFault } from '../../sealed/evidence';

/** What comes back from whoever read a file beside the page. */
export type FileMessage =
  | { readonly kind: 'evidence'; readonly evidence: Evidence }
  | { readonly kind: 'unreadable'; readonly fault: FileFault }
  | { readonly kind: 'failed'; readonly message: string };
