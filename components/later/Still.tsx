'use client';

import { lazy, useEffect, useLayoutEffect, useRef, type ComponentType, type RefObject } from 'react';
import { later, useLater } from './useLater';
import { pathTo, placeAt, type Path } from './path';

/**
 * A part that the page's HTML has whole and whose code comes when the page has been painted: until then the HTML stays as it came. What was pressed
 * meanwhile is pressed once the code is there, what was typed or chosen stays and counts, and what has the focus keeps it. A page opened from another has
 * the part when its code has come.
 */
export function still<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  className?: string,
): ComponentType<Props> {
  const one = later(load);
  // On the server nothing stands between it and the page: the page waits for it, and has it in its place.
  const Written = lazy(async () => ({ default: await load() }));
  return function Still(props: Props) {
    const isThere = useLater(one);
    const box = useRef<HTMLDivElement>(null);
    useWritten(box, isThere);
    useTouched(box, isThere);
    if (isThere && one.come !== undefined)
      return (
        <div ref={box} key="live" className={className}>
          <one.come {...props} />
        </div>
      );
    if (typeof window === 'undefined')
      return (
        <div data-still className={className}>
          <Written {...props} />
        </div>
      );
    return (
      <div
        ref={box}
        key="still"
        data-still
        className={className}
        suppressHydrationWarning
        dangerouslySetInnerHTML={NOTHING_NEW}
      />
    );
  };
}

/** Hydration leaves what the HTML has. */
const NOTHING_NEW = { __html: '' };

/** Writes into the fields of what lives what was typed or chosen in what stood still. */
function useWritten(box: RefObject<HTMLDivElement | null>, isLive: boolean): void {
  const written = useRef<readonly Written[]>([]);
  useLayoutEffect(() => {
    const { current } = box;
    if (current === null) return;
    if (!isLive)
      return () => {
        written.current = writtenIn(current);
      };
    for (const { path, value } of written.current) {
      const field = placeAt(current, path);
      // The field tells the page's code itself what it holds, as after any hydration (`useAhead`).
      if (field instanceof HTMLInputElement || field instanceof HTMLSelectElement) field.value = value;
    }
    written.current = [];
  }, [box, isLive]);
}

interface Written {
  readonly path: Path;
  readonly value: string;
}

/** Fields that no longer say what the page's HTML says. */
const writtenIn = (box: Element): readonly Written[] =>
  [...box.querySelectorAll<HTMLInputElement | HTMLSelectElement>('input,select')].flatMap((field) => {
    const path = pathTo<Element>(box, field);
    return path === undefined || field.value === saidBy(field) ? [] : [{ path, value: field.value }];
  });

const saidBy = (field: HTMLInputElement | HTMLSelectElement): string | undefined =>
  field instanceof HTMLInputElement
    ? field.defaultValue
    : ([...field.options].find(({ defaultSelected }) => defaultSelected) ?? field.options[0])?.value;

/** Gives what lives what was done to what stood still in its place. */
function useTouched(box: RefObject<HTMLDivElement | null>, isLive: boolean): void {
  const touched = useRef<{ pressed?: Path | undefined; focused?: Path | undefined }>({});
  useEffect(() => {
    const { current } = box;
    if (current === null || isLive) return;
    const { activeElement: before } = document;
    if (before !== null && current.contains(before)) {
      touched.current.focused = pathTo(current, before);
      // Before there were scripts a tab that is not open has the focus by a press alone.
      if (before.matches('[role="tab"][aria-selected="false"]')) touched.current.pressed = pathTo(current, before);
    }
    const press = ({ target }: MouseEvent): void => {
      const button: Element | null = target instanceof Element ? target.closest('button') : null;
      if (button !== null) touched.current.pressed = pathTo<Element>(current, button);
    };
    const focus = ({ target }: FocusEvent): void => {
      if (target instanceof Element) touched.current.focused = pathTo(current, target);
    };
    // What is taken out of the page loses its focus as well: only what is still there afterwards was left.
    const blur = ({ target }: FocusEvent): void => {
      queueMicrotask(() => {
        if (target instanceof Element && target.isConnected && target !== document.activeElement)
          touched.current.focused = undefined;
      });
    };
    current.addEventListener('click', press);
    current.addEventListener('focusin', focus);
    current.addEventListener('focusout', blur);
    return () => {
      current.removeEventListener('click', press);
      current.removeEventListener('focusin', focus);
      current.removeEventListener('focusout', blur);
    };
  }, [box, isLive]);
  useLayoutEffect(() => {
    const { current } = box;
    if (current === null || !isLive) return;
    const { pressed, focused } = touched.current;
    touched.current = {};
    const at = (path: Path | undefined): HTMLElement | undefined => {
      const place = path === undefined ? undefined : placeAt(current, path);
      return place instanceof HTMLElement ? place : undefined;
    };
    at(focused)?.focus({ preventScroll: true });
    at(pressed)?.click();
  }, [box, isLive]);
}
