'use client';

import { Check, Pin } from 'lucide-react';
import { useState } from 'react';
import { inLanguage } from '@/lib/permalink/language';
import { viewPath, type View } from '@/lib/permalink/view';
import { copyLink } from '@/lib/words/frame';
import { pinnedLink } from '@/lib/words/pinned';
import { copied, type CopyOutcome } from '../frame/CopyLink';

/** The whole address of a view that names the digest of the figures it shows. Read in a browser alone. */
export const pinnedLinkOf = (view: View, digest: string): string =>
  `${window.location.origin}${inLanguage(viewPath({ ...view, digest }))}`;

/** Copies it. */
export function CopyPinned({ view, digest }: { readonly view: View; readonly digest: string }) {
  const [outcome, setOutcome] = useState<CopyOutcome | undefined>();
  const copy = async (): Promise<void> => {
    setOutcome(await copied(pinnedLinkOf(view, digest)));
  };
  const Icon = outcome === 'copied' ? Check : Pin;
  return (
    <span className="flex flex-wrap items-center gap-2">
      <button type="button" className="button" onClick={() => void copy()}>
        <Icon aria-hidden className="size-4" />
        {pinnedLink.copy}
      </button>
      <span role="status" className={outcome === 'refused' ? 'text-caution' : 'text-ink-3'}>
        {outcome === undefined ? '' : outcome === 'copied' ? pinnedLink.copied : copyLink.refused}
      </span>
    </span>
  );
}
