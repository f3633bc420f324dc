import { Link } from '@/components/frame/Link';
import type { InBrief } from '@/lib/api/inBrief';
import { Sentence } from '../frame/Dated';
import { joins } from '@/lib/words/spelled';
import { storedAssets, storedInBrief } from '@/lib/words/overview';

/** What is stored, in a line that leads to all of it. */
export const StoredInBrief = ({ stored }: { readonly stored: InBrief }) => (
  <p className="border-t border-rule pt-4 text-sm text-ink-2">
    <Sentence>{storedInBrief(stored)}</Sentence>
    {joins.sentences}
    <Link className="link" href="/coverage">
      {storedAssets.coverage}
    </Link>
  </p>
);
