import { useEffect, useEffectEvent, useRef, type RefObject } from 'react';

interface Kept<Field, Value> {
  /** What the field holds. */
  readonly read: (field: Field) => Value;
  /** What the page's code keeps of it. */
  readonly value: Value;
  readonly tell: (value: Value) => void;
}

/**
 * For a field whose value the page's code keeps: once, when that code has come, it is told what a reader put into the field before. Hydration leaves
 * that in the field, but no event says so, and the next drawing would undo it.
 */
export function useAhead<Field extends HTMLElement, Value>({
  read,
  value,
  tell,
}: Kept<Field, Value>): RefObject<Field | null> {
  const field = useRef<Field>(null);
  const tellLater = useEffectEvent(tell);
  const tellAhead = useEffectEvent(() => {
    const held = field.current === null ? value : read(field.current);
    if (held === value) return;
    // Behind the effects of what stands around it: before the router's own, a new address is not heard of.
    queueMicrotask(() => {
      tellLater(held);
    });
  });
  useEffect(() => {
    tellAhead();
  }, []);
  return field;
}
