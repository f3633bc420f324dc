'use client';

import { Check, Link2 } from 'lucide-react';
import { useState } from 'react';

/** Copies the address of this view. Where the browser forbids it, says how to do it by hand. */
export function CopyLink() {
  const [said, setSaid] = useState<'copied' | 'refused' | undefined>();
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(window.location.href);
      setSaid('copied');
    } catch {
      setSaid('refused');
    }
  };
  return (
    <>
      <button type="button" className="button" onClick={() => void copy()}>
        {said === 'copied' ? <Check aria-hidden className="size-4" /> : <Link2 aria-hidden className="size-4" />}
        {said === 'copied' ? 'Link copied' : 'Copy link'}
      </button>
      <span role="status" className={said === 'refused' ? 'self-center text-sm text-caution' : 'sr-only'}>
        {said === 'copied' && 'The link is copied'}
        {said === 'refused' && 'This browser does not allow it; copy the address from its address bar'}
      </span>
    </>
  );
}
