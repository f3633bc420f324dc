'use client';

import { useState, type KeyboardEvent } from 'react';
import { epochMs, formatMinute, minute, type Minute, type MinuteRange } from '@/lib/domain/minute';
import { interactiveChart } from '@/lib/words/en/interactiveChart';
import type { Crosshair } from './useCrosshair';

/** One key press moves by a minute (of a long window: by a bucket), with Shift by ten. */
const STRIDE = 10;

interface Cursor {
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly onBlur: () => void;
  /** The minute the cursor is on, in words, for those who hear the page. */
  readonly text: string;
}

/** What the crosshair moves over. */
interface Extent {
  readonly range: MinuteRange;
  /** Minutes to a step: 1, or the size of a long window's buckets. */
  readonly unit: number;
}

/** The crosshair by keyboard: ← and → move it, Home and End jump to the edges, Enter opens its minute. */
export function useCursor(
  crosshair: Crosshair,
  { range, unit }: Extent,
  start: Minute,
  open: (minute: Minute) => void,
): Cursor {
  const [at, setAt] = useState<Minute | undefined>();
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && at !== undefined) {
      open(at);
      return;
    }
    const next = stepped(event, at, start, { range, unit });
    if (next === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    setAt(next);
    crosshair.show(epochMs(next));
  };
  const onBlur = (): void => {
    setAt(undefined);
    crosshair.hide();
  };
  return {
    onKeyDown,
    onBlur,
    text: at === undefined ? '' : interactiveChart.cursor(formatMinute(at), unit > 1),
  };
}

function stepped(
  event: KeyboardEvent,
  at: Minute | undefined,
  start: Minute,
  { range, unit }: Extent,
): Minute | undefined {
  const stride = unit * (event.shiftKey ? STRIDE : 1);
  const target = {
    ArrowLeft: at === undefined ? start : at - stride,
    ArrowRight: at === undefined ? start : at + stride,
    Home: range.from,
    End: range.to - 1,
  }[event.key];
  return target === undefined ? undefined : minute(Math.min(range.to - 1, Math.max(range.from, target)));
}
