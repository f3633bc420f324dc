'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useLayoutEffect, useRef, useTransition } from 'react';

/**
 * Opens pages of ours (`Link`) without a new start of the app: one listener for every link of a page. A link that was followed says so until its page is
 * there (`data-pressed`): that may take seconds where a machine is busy, and a press that shows nothing is made again.
 */
export function usePageLinks(): void {
  const router = useRouter();
  const [isOnItsWay, start] = useTransition();
  const pressed = useRef<Element>(undefined);
  useLayoutEffect(() => {
    const follow = (event: MouseEvent): void => {
      const link = followed(event);
      const href = link?.getAttribute('href') ?? undefined;
      if (link === undefined || href === undefined) return;
      event.preventDefault();
      pressed.current?.removeAttribute('data-pressed');
      link.setAttribute('data-pressed', '');
      pressed.current = link;
      start(() => {
        router.push(href, { scroll: link.dataset['page'] !== 'in-place' });
      });
    };
    document.addEventListener('click', follow);
    return () => {
      document.removeEventListener('click', follow);
    };
  }, [router]);
  useEffect(() => {
    if (!isOnItsWay) pressed.current?.removeAttribute('data-pressed');
  }, [isOnItsWay]);
}

/** The link to a page of ours that a click follows here and now; undefined: the browser does what it does, or somebody else did. */
function followed(event: MouseEvent): HTMLAnchorElement | undefined {
  const isPlain = event.button === 0 && !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey);
  if (!isPlain || event.defaultPrevented || !(event.target instanceof Element)) return undefined;
  const link = event.target.closest<HTMLAnchorElement>('a[data-page]');
  return link === null || (link.target !== '' && link.target !== '_self') ? undefined : link;
}
