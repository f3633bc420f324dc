'use client';

import { useEffect, useRef, type ReactNode } from 'react';

interface Props {
  readonly children: ReactNode;
  readonly className?: string;
  /** Whether its right end is in sight first. */
  readonly isFromEnd?: boolean;
  readonly onScroll?: () => void;
}

/**
 * Something wider than its place: it scrolls sideways, and fades at an edge beyond which there is more. By keyboard it scrolls with what is focused
 * inside.
 */
export function SideScroller({ children, className = '', isFromEnd = false, onScroll }: Props) {
  const frame = useRef<HTMLDivElement>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const mark = (): void => {
    const [outer, inner] = [frame.current, scroller.current];
    if (outer === null || inner === null) return;
    const { scrollLeft, clientWidth, scrollWidth } = inner;
    outer.toggleAttribute('data-before', scrollLeft > 1);
    outer.toggleAttribute('data-after', scrollLeft + clientWidth < scrollWidth - 1);
  };
  useEffect(() => {
    const inner = scroller.current;
    if (inner === null) return undefined;
    if (isFromEnd) inner.scrollTo({ left: inner.scrollWidth });
    const watch = new ResizeObserver(mark);
    watch.observe(inner);
    return () => {
      watch.disconnect();
    };
  }, [isFromEnd]);
  return (
    <div ref={frame} className="side-scroller">
      <div
        ref={scroller}
        className={`relative overflow-x-auto ${className}`}
        onScroll={() => {
          mark();
          onScroll?.();
        }}
      >
        {children}
      </div>
    </div>
  );
}
