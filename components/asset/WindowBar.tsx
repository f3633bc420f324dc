'use client';

import { ChevronLeft, ChevronRight, ZoomIn, ZoomOut } from 'lucide-react';
import type { ReactNode } from 'react';
import { formatMinute, minute, MINUTES_PER_DAY, parseMinute, type Minute, type MinuteRange } from '@/lib/domain/minute';
import type { View } from '@/lib/permalink/view';
import { around, moved, scaled } from '../window';
import { windowBar } from '@/lib/words/assetControls';
import { toZone } from '@/lib/words/toZone';
import { useZone } from '../zone/useZone';

interface Props {
  readonly view: View;
  /** The window the asset opens with. */
  readonly whole: MinuteRange;
  /** The minute to look at, where the answer has a deepest one; else the middle of the window. */
  readonly around: string | undefined;
  readonly onChange: (range: MinuteRange) => void;
}

/** The window that is analysed: of another length, or moved and scaled from the present one. */
export function WindowBar({ view, whole, around: deepest, onChange }: Props) {
  const { range } = view.question;
  const isWhole = range.from === whole.from && range.to === whole.to;
  const go = (next: MinuteRange) => () => {
    onChange(next);
  };
  return (
    <div role="group" aria-label={windowBar.label} className="flex flex-wrap gap-x-3 gap-y-2">
      <Lengths range={range} centre={centreOf(range, deepest)} go={go} />
      <div className="flex flex-wrap gap-1">
        <Quick label={windowBar.earlier} onPress={go(moved(range, -0.5))}>
          <ChevronLeft aria-hidden className="size-4" />
        </Quick>
        <Quick label={windowBar.later} onPress={go(moved(range, 0.5))}>
          <ChevronRight aria-hidden className="size-4" />
        </Quick>
        <Quick label={windowBar.zoomIn} onPress={go(scaled(range, 0.5))}>
          <ZoomIn aria-hidden className="size-4" />
        </Quick>
        <Quick label={windowBar.zoomOut} onPress={go(scaled(range, 2))}>
          <ZoomOut aria-hidden className="size-4" />
        </Quick>
        <button type="button" className="button" disabled={isWhole} onClick={go(whole)}>
          {windowBar.whole}
        </button>
      </div>
    </div>
  );
}

export const Quick = ({
  label,
  onPress,
  children,
}: {
  readonly label: string;
  readonly onPress: () => void;
  readonly children: ReactNode;
}) => (
  <button type="button" className="button px-2" aria-label={label} title={label} onClick={onPress}>
    {children}
  </button>
);

/** Lengths a reader is likely to want: the day, what surrounds it, and whether the year had anything like it. */
const LENGTHS = [
  { name: 'day', days: 1 },
  { name: 'week', days: 7 },
  { name: 'month', days: 30 },
  { name: 'year', days: 365 },
] as const;

const isOf = (a: MinuteRange, b: MinuteRange): boolean => a.from === b.from && a.to === b.to;

function centreOf(range: MinuteRange, deepest: string | undefined): Minute {
  const read = deepest === undefined ? undefined : parseMinute(deepest);
  return read?.ok === true ? read.value : minute(Math.floor((range.from + range.to) / 2));
}

interface LengthsProps {
  readonly range: MinuteRange;
  readonly centre: Minute;
  readonly go: (range: MinuteRange) => () => void;
}

export function Lengths({ range, centre, go }: LengthsProps) {
  const words = toZone(windowBar.around(formatMinute(centre)), useZone());
  return (
    <div role="group" aria-label={words} title={words} className="flex flex-wrap items-center gap-1">
      {LENGTHS.map(({ name, days }) => {
        const next = around(centre, days * MINUTES_PER_DAY);
        return (
          <button
            key={name}
            type="button"
            className={`button px-2 ${isOf(range, next) ? 'button-strong' : ''}`}
            aria-pressed={isOf(range, next)}
            onClick={go(next)}
          >
            {windowBar.lengths[name]}
          </button>
        );
      })}
      <span className="text-[0.75rem] text-ink-3 lg:hidden">{words}</span>
    </div>
  );
}
