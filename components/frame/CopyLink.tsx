'use client';

import { Check, Link2 } from 'lucide-react';
import { useState } from 'react';
import { copyLink } from '@/lib/words/en/frame';

/** Copies the address of this view. Where the browser forbids it, says how to do it by hand. */
export function CopyLink() {
  const [outcome, setOutcome] = useState<CopyOutcome | undefined>();
  const copy = async (): Promise<void> => {
    setOutcome(await copied(window.location.href));
  };
  return <CopyButton outcome={outcome} onPress={() => void copy()} />;
}

export type CopyOutcome = 'copied' | 'refused';

/** Puts an address on the clipboard; browsers refuse it without a secure connection or permission. */
export async function copied(address: string): Promise<CopyOutcome> {
  try {
    await navigator.clipboard.writeText(address);
    return 'copied';
  } catch {
    return 'refused';
  }
}

interface Props {
  readonly outcome: CopyOutcome | undefined;
  readonly onPress: () => void;
}

export function CopyButton({ outcome, onPress }: Props) {
  const isCopied = outcome === 'copied';
  return (
    <>
      <button type="button" className="button" onClick={onPress}>
        {isCopied ? <Check aria-hidden className="size-4" /> : <Link2 aria-hidden className="size-4" />}
        {isCopied ? copyLink.copied : copyLink.copy}
      </button>
      <span role="status" className={outcome === 'refused' ? 'self-center text-sm text-caution' : 'sr-only'}>
        {outcome === undefined ? '' : copyLink[outcome]}
      </span>
    </>
  );
}
