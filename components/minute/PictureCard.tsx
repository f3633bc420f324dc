'use client';

import { useEffect, useRef, useState } from 'react';
import { FRAMES } from '@/lib/domain/pictureLook';
import { viewPath, type View } from '@/lib/permalink/view';
import { minuteHead } from '@/lib/words/minutePage';
import { useInSight } from '../frame/useInSight';
import { pictureAddress } from '../links';

/** A reader who steps through minutes does not have a picture drawn of each. */
const STAY_MS = 700;

/**
 * The picture of a minute, as it is exported: what is seen is what a post or a paper will show. Its place is kept from the beginning; it is
 * asked for where it is in sight.
 */
export function PictureCard({ view, sentence }: { readonly view: View; readonly sentence: string | undefined }) {
  const path = viewPath(view);
  const card = useRef<HTMLElement>(null);
  const seen = useInSight(card);
  const [stayedOn, setStayedOn] = useState<string | undefined>();
  useEffect(() => {
    const stay = setTimeout(() => {
      setStayedOn(path);
    }, STAY_MS);
    return () => {
      clearTimeout(stay);
    };
  }, [path]);
  return (
    <aside ref={card} aria-label={minuteHead.picture} className="max-lg:hidden">
      <a
        href={pictureAddress(view, { size: 'square' })}
        target="_blank"
        rel="noreferrer"
        aria-label={minuteHead.picture}
        className="block aspect-square border border-rule bg-sunk"
      >
        {seen && stayedOn === path && (
          <img
            src={pictureAddress(view, { size: 'square', density: 1 })}
            alt={sentence ?? minuteHead.picture}
            {...FRAMES.square}
            decoding="async"
            className="size-full object-contain object-top"
          />
        )}
      </a>
    </aside>
  );
}
