'use client';

import { Check, Link2, Scissors } from 'lucide-react';
import { useState } from 'react';
import { copyLink } from '@/lib/words/frame';

/** Copies the address of this view, whole or as a short one. Where the browser forbids it, says how to do it by hand. */
export function CopyLink({ form = 'whole' }: { readonly form?: LinkForm }) {
  const [outcome, setOutcome] = useState<CopyOutcome | undefined>();
  const copy = async (): Promise<void> => {
    setOutcome(await copied(form === 'short' ? shortLinkIn(window.location) : linkIn(window.location)));
  };
  return (
    <CopyButton
      form={form}
      outcome={outcome}
      onPress={() => void copy()}
      onNear={form === 'short' ? () => void shortening() : undefined}
    />
  );
}

export type LinkForm = 'whole' | 'short';

type Place = Pick<Location, 'origin' | 'pathname' | 'search' | 'hash'>;

/** The address of a view, whole. */
export const linkIn = ({ origin, pathname, search, hash }: Place): string => `${origin}${pathname}${search}${hash}`;

/** A short one; an address that none stands for is copied whole. What makes it comes when the button is pointed at. */
export async function shortLinkIn(place: Place): Promise<string> {
  const { shortAddress } = await shortening();
  const short = shortAddress(`${place.pathname}${place.search}`);
  return short === undefined ? linkIn(place) : `${place.origin}${short}${place.hash}`;
}

const shortening = () => import('@/lib/permalink/short/short');

export type CopyOutcome = 'copied' | 'refused';

/**
 * Puts a text on the clipboard; browsers refuse it without permission, and have none without a secure connection, where the old way still copies. Safari must
 * be asked while the press is being handled, so one that is still being made is promised.
 */
export async function copied(address: string | Promise<string>): Promise<CopyOutcome> {
  try {
    if (!('clipboard' in navigator)) return copiedAsSelected(typeof address === 'string' ? address : await address);
    if (typeof address === 'string') await navigator.clipboard.writeText(address);
    else await navigator.clipboard.write([new ClipboardItem({ [PLAIN]: address.then(inBlob) })]);
    return 'copied';
  } catch {
    return 'refused';
  }
}

function copiedAsSelected(text: string): CopyOutcome {
  const field = document.createElement('textarea');
  const before = document.activeElement as HTMLElement | null;
  field.value = text;
  // Nowhere in the page, which would scroll there.
  field.style.position = 'fixed';
  document.body.append(field);
  field.select();
  // The one way to a clipboard that a page has over plain HTTP.
  // oxlint-disable-next-line typescript/no-deprecated
  const isCopied = document.execCommand('copy');
  field.remove();
  before?.focus();
  return isCopied ? 'copied' : 'refused';
}

const PLAIN = 'text/plain';
const inBlob = (text: string): Blob => new Blob([text], { type: PLAIN });

interface Props {
  readonly form: LinkForm;
  readonly outcome: CopyOutcome | undefined;
  readonly onPress: () => void;
  /** The pointer or the focus has come to it. */
  readonly onNear?: (() => void) | undefined;
}

export function CopyButton({ form, outcome, onPress, onNear }: Props) {
  const isCopied = outcome === 'copied';
  const Icon = form === 'short' ? Scissors : Link2;
  return (
    <>
      <button
        type="button"
        className="button"
        aria-keyshortcuts={form === 'whole' ? 'c' : undefined}
        onClick={onPress}
        onPointerEnter={onNear}
        onFocus={onNear}
      >
        {isCopied ? <Check aria-hidden className="size-4" /> : <Icon aria-hidden className="size-4" />}
        {(isCopied ? copyLink.copied : copyLink.copy)[form]}
      </button>
      <span role="status" className={outcome === 'refused' ? 'self-center text-sm text-caution' : 'sr-only'}>
        {outcome === undefined ? '' : outcome === 'copied' ? copyLink.copied[form] : copyLink.refused}
      </span>
    </>
  );
}
