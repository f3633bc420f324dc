'use client';

import { useState, type KeyboardEvent } from 'react';
import { widthOf } from '@/lib/charts/pointing/sight';
import { epochMs, formatMinute, minute, MINUTE_MS, minuteAt, type Minute, type MinuteRange } from '@/lib/domain/minute';
import type { Zone } from '@/lib/domain/zone';
import { interactiveChart } from '@/lib/words/interactiveChart';
import { toZone } from '@/lib/words/toZone';
import type { Crosshair } from './useCrosshair';
import type { SightControl } from './movingSight';
import { KEY_FACTOR, sightKeyOf } from './wheel';

/** With Shift a key press moves by this share of what is in sight. */
const STRIDE = 0.1;

interface Cursor {
  readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
  readonly onBlur: () => void;
  /** The minute the cursor is on, or what is in sight, in words, for those who hear the page. */
  readonly text: string;
}

/** What the crosshair moves over. */
interface Extent {
  readonly range: MinuteRange;
  /** Minutes to a step: 1, or the size of a long window's buckets. */
  readonly unit: number;
  /** The reader's clock. */
  readonly zone: Zone;
}

/** What the keys move: the line through all panes, and what is in sight. */
interface Moved {
  readonly crosshair: Crosshair;
  readonly sight: SightControl;
}

/**
 * The chart by keyboard. ← and → move the crosshair by a minute (of a long window: by a bucket), with Shift both it and what is in sight by a
 * tenth; Home and End go to the window's ends; what is in sight follows. + and − zoom at the crosshair, else at the middle; 0 shows the whole
 * window; Enter opens the crosshair's minute; Escape leaves. Keys with Ctrl, Alt or ⌘ stay the browser's.
 */
export function useCursor(
  { crosshair, sight }: Moved,
  extent: Extent,
  start: Minute,
  open: (minute: Minute) => void,
): Cursor {
  const [at, setAt] = useState<Minute | undefined>();
  const [text, setText] = useState('');
  const zoom = (key: keyof typeof KEY_FACTOR | 'whole'): void => {
    if (key === 'whole') sight.reset();
    else sight.zoom(KEY_FACTOR[key], at === undefined ? undefined : epochMs(at));
    if (at === undefined) crosshair.hide();
    else crosshair.show(epochMs(at));
    const seen = sight.now();
    if (seen !== undefined) setText(toZone(interactiveChart.sight(isoOf(seen.from), isoOf(seen.to)), extent.zone));
  };
  const move = (next: Minute, share: number): void => {
    if (share !== 0) sight.pan(share);
    sight.bring(epochMs(next));
    setAt(next);
    setText(toZone(interactiveChart.cursor(formatMinute(next), extent.unit > 1), extent.zone));
    crosshair.show(epochMs(next));
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === 'Enter') {
      if (at !== undefined) open(at);
      return;
    }
    const zooms = sightKeyOf(event);
    const seen = sight.now();
    const stride = event.shiftKey && seen !== undefined ? (widthOf(seen) * STRIDE) / MINUTE_MS : undefined;
    const next = stepped(event.key, at, start, stride, extent);
    if (zooms !== undefined) zoom(zooms);
    else if (next !== undefined) move(next, shareOf(event));
    else if (event.key === 'Escape') event.currentTarget.blur();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const onBlur = (): void => {
    setAt(undefined);
    setText('');
    crosshair.hide();
  };
  return { onKeyDown, onBlur, text };
}

/** The minute nearest to an edge of the axis, which lies half a minute before one. */
const isoOf = (ms: number): string => formatMinute(minuteAt(Math.round(ms / MINUTE_MS) * MINUTE_MS));

/** By how much of itself what is in sight moves. */
const shareOf = ({ key, shiftKey }: KeyboardEvent): number =>
  !shiftKey ? 0 : key === 'ArrowLeft' ? -STRIDE : key === 'ArrowRight' ? STRIDE : 0;

/** `stride`: minutes, with Shift. */
function stepped(
  key: string,
  at: Minute | undefined,
  start: Minute,
  stride: number | undefined,
  { range, unit }: Extent,
): Minute | undefined {
  const step = stride === undefined ? unit : Math.max(1, Math.round(stride / unit)) * unit;
  const target = {
    ArrowLeft: at === undefined ? start : at - step,
    ArrowRight: at === undefined ? start : at + step,
    Home: range.from,
    End: range.to - 1,
  }[key];
  return target === undefined ? undefined : minute(Math.min(range.to - 1, Math.max(range.from, target)));
}
