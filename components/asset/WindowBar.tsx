'use client';

import { ChevronLeft, ChevronRight, ZoomIn, ZoomOut } from 'lucide-react';
import type { ReactNode } from 'react';
import type { MinuteRange } from '@/lib/domain/minute';
import type { View } from '@/lib/permalink/view';
import { WindowFields } from '../controls/WindowFields';
import { moved, scaled } from '../words/window';

interface Props {
  readonly view: View;
  /** The window the asset opens with. */
  readonly whole: MinuteRange;
  readonly onChange: (range: MinuteRange) => void;
}

/** Which minutes are measured: typed, or moved and scaled from the present ones. */
export function WindowBar({ view, whole, onChange }: Props) {
  const { range } = view.question;
  const isWhole = range.from === whole.from && range.to === whole.to;
  const go = (next: MinuteRange) => () => {
    onChange(next);
  };
  return (
    <div role="group" aria-label="Window" className="flex flex-wrap items-end gap-x-6 gap-y-3 border-y border-rule py-3">
      <WindowFields key={`${range.from} ${range.to}`} range={range} onApply={onChange} />
      <div className="flex flex-wrap gap-1">
        <Quick label="Half a window earlier" onPress={go(moved(range, -0.5))}>
          <ChevronLeft aria-hidden className="size-4" />
        </Quick>
        <Quick label="Half a window later" onPress={go(moved(range, 0.5))}>
          <ChevronRight aria-hidden className="size-4" />
        </Quick>
        <Quick label="Half the window, about its middle" onPress={go(scaled(range, 0.5))}>
          <ZoomIn aria-hidden className="size-4" />
        </Quick>
        <Quick label="Twice the window, about its middle" onPress={go(scaled(range, 2))}>
          <ZoomOut aria-hidden className="size-4" />
        </Quick>
        <button type="button" className="button" disabled={isWhole} onClick={go(whole)}>
          The asset’s own window
        </button>
      </div>
    </div>
  );
}

const Quick = ({ label, onPress, children }: { readonly label: string; readonly onPress: () => void; readonly children: ReactNode }) => (
  <button type="button" className="button px-2" aria-label={label} title={label} onClick={onPress}>
    {children}
  </button>
);
