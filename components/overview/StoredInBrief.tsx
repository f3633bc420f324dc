import type { OverviewAnswer } from '@/lib/api/overview';
import { storedInBrief } from '@/lib/words/en/overview';

/** One line under the headline; nothing where nothing is stored. */
export function StoredInBrief({ assets }: { readonly assets: OverviewAnswer['assets'] }) {
  const brief = storedInBrief(assets);
  return brief === undefined ? null : <p className="mt-3 max-w-[70ch] text-ink-2">{brief}</p>;
}
