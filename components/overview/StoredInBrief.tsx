import { Link } from '@/components/frame/Link';
import type { OverviewAnswer } from '@/lib/api/overview';
import { Sentence } from '../frame/Dated';
import { joins } from '@/lib/words/spelled';
import { storedAssets, storedInBrief } from '@/lib/words/overview';

/** What is stored, in a line that leads to all of it; nothing where nothing is stored. */
export function StoredInBrief({ assets }: { readonly assets: OverviewAnswer['assets'] }) {
  const brief = storedInBrief(assets);
  return brief === undefined ? null : (
    <p className="border-t border-rule pt-4 text-sm text-ink-2">
      <Sentence>{brief}</Sentence>
      {joins.sentences}
      <Link className="link" href="/coverage" prefetch={false}>
        {storedAssets.coverage}
      </Link>
    </p>
  );
}
