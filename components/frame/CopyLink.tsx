'use client';

import { Check, Link2, Scissors } from 'lucide-react';
import { useState } from 'react';
import { shortAddress } from '@/lib/permalink/short/short';
import { copyLink } from '@/lib/words/frame';

/** Copies the address of this view, whole or as a short one. Where the browser forbids it, says how to do it by hand. */
export function CopyLink({ form = 'whole' }: { readonly form?: LinkForm }) {
  const [outcome, setOutcome] = useState<CopyOutcome | undefined>();
  const copy = async (): Promise<void> => {
    setOutcome(await copied(linkIn(window.location, form)));
  };
  return <CopyButton form={form} outcome={outcome} onPress={() => void copy()} />;
}

export type LinkForm = 'whole' | 'short';

/** What is copied; an address that no short one stands for is copied whole. */
export const linkIn = (
  { origin, pathname, search, hash }: Pick<Location, 'origin' | 'pathname' | 'search' | 'hash'>,
  form: LinkForm,
): string =>
  `${origin}${(form === 'short' ? shortAddress(`${pathname}${search}`) : undefined) ?? `${pathname}${search}`}${hash}`;

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
  readonly form: LinkForm;
  readonly outcome: CopyOutcome | undefined;
  readonly onPress: () => void;
}

export function CopyButton({ form, outcome, onPress }: Props) {
  const isCopied = outcome === 'copied';
  const Icon = form === 'short' ? Scissors : Link2;
  return (
    <>
      <button type="button" className="button" aria-keyshortcuts={form === 'whole' ? 'c' : undefined} onClick={onPress}>
        {isCopied ? <Check aria-hidden className="size-4" /> : <Icon aria-hidden className="size-4" />}
        <span className="max-sm:sr-only">{(isCopied ? copyLink.copied : copyLink.copy)[form]}</span>
      </button>
      <span role="status" className={outcome === 'refused' ? 'self-center text-sm text-caution' : 'sr-only'}>
        {outcome === undefined ? '' : outcome === 'copied' ? copyLink.copied[form] : copyLink.refused}
      </span>
    </>
  );
}
