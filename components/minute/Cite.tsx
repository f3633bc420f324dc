'use client';

import { Check, Quote, Share2 } from 'lucide-react';
import { useState, useSyncExternalStore } from 'react';
import type { Erratum } from '@/lib/api/errata';
import type { MinuteAnswer } from '@/lib/api/minute';
import { citedWith } from '../errata/Errata';
import { citation, minuteHead } from '@/lib/words/minutePage';
import { copyLink } from '@/lib/words/frame';
import type { View } from '@/lib/permalink/view';
import { copied, linkIn, type CopyOutcome } from '../frame/CopyLink';
import { pinnedLinkOf } from '../pinned/CopyPinned';

interface CiteProps {
  readonly view: View;
  readonly answer: MinuteAnswer;
  /** Of the minute. */
  readonly errata: readonly Erratum[];
}

/** Puts the finding, what it rests on and its pinned address on the clipboard, as text. */
export function Cite({ view, answer, errata }: CiteProps) {
  const [outcome, setOutcome] = useState<CopyOutcome | undefined>();
  const copy = async (): Promise<void> => {
    setOutcome(await copied([citation(answer, pinnedLinkOf(view, answer.digest)), citedWith(errata)].join(' ').trim()));
  };
  const isCopied = outcome === 'copied';
  const Icon = isCopied ? Check : Quote;
  return (
    <>
      <button type="button" className="button" onClick={() => void copy()}>
        <Icon aria-hidden className="size-4" />
        {isCopied ? minuteHead.cited : minuteHead.cite}
      </button>
      <span role="status" className={outcome === 'refused' ? 'self-center text-sm text-caution' : 'sr-only'}>
        {outcome === undefined ? '' : isCopied ? minuteHead.cited : copyLink.refused}
      </span>
    </>
  );
}

const never = () => () => undefined;
const canShare = (): boolean => 'share' in navigator;

/** The browser's own way to share, where it has one. A reader who changes their mind is no failure. */
export function Share({ sentence }: { readonly sentence: string }) {
  const isOffered = useSyncExternalStore(never, canShare, () => false);
  if (!isOffered) return null;
  const share = (): void => {
    navigator.share({ text: sentence, url: linkIn(window.location) }).catch(() => undefined);
  };
  return (
    <button type="button" className="button" onClick={share}>
      <Share2 aria-hidden className="size-4" />
      {minuteHead.share}
    </button>
  );
}
