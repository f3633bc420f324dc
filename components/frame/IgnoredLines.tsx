import type { Ignored as OfAddress } from '@/lib/domain/ignored';
import { ignoredWords } from '@/lib/words/ignored';
import { Ignored } from './Ignored';

/** What of an address could not be used, in words. */
export const IgnoredLines = ({ ignored }: { readonly ignored: readonly OfAddress[] }) => (
  <Ignored ignored={ignored.map(ignoredWords)} />
);
