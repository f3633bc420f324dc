'use client';

import { useEffect, useState, type RefObject } from 'react';

/** A little before it is in sight, so that a reader who scrolls seldom waits. */
const AHEAD = '200px';

/** Whether a box has been in the reader's sight, or `ahead` of it; once it has, it stays so. What is hidden is not in sight. */
export function useInSight(box: RefObject<Element | null>, ahead = AHEAD): boolean {
  const [seen, setSeen] = useState(false);
  useEffect(() => {
    const element = box.current;
    if (element === null || seen) return;
    const watcher = new IntersectionObserver(
      (entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) setSeen(true);
      },
      { rootMargin: ahead },
    );
    watcher.observe(element);
    return () => {
      watcher.disconnect();
    };
  }, [ahead, box, seen]);
  return seen;
}
