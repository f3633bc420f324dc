'use client';

import { ChartSpline, Crosshair } from 'lucide-react';
import type { ReactNode } from 'react';
import { sparkPaths } from '@/lib/charts/sparkline/paths';
import type { Venue } from '@/lib/domain/market';
import type { View } from '@/lib/permalink/view';
import { useVenueColours } from '../chart/useVenueColours';
import { useAhead } from '../controls/useAhead';
import type { CoveredVenue } from '@/lib/domain/assetCoverage';
import { withFocus, withLine, withVenue } from '../view';
import { Deviation, Figure } from '../frame/Cells';
import { MarketChoices } from './MarketChoices';
import { commonScale, inOrder, type VenueGlance } from './venueGlances';
import { drawAsLine, highlightVenue, venueChoice } from '@/lib/words/assetControls';
import { cells } from '@/lib/words/cells';
import { kindWords } from '@/lib/words/kinds';
import { formatLevel } from '@/lib/words/numbers';
import { venueName } from '@/lib/words/venues';

interface Props {
  readonly view: View;
  /** What the answer says of each, once there is one. */
  readonly glances?: ReadonlyMap<string, VenueGlance> | undefined;
  readonly venues: readonly CoveredVenue[];
  /** The venue that the chart has in front, whether the address names it or the window. */
  readonly inFront?: string | undefined;
  readonly onChange: (view: View) => void;
}

const NONE: ReadonlyMap<string, VenueGlance> = new Map();

/** The venues that take part, the one highlighted, those drawn as lines, and which markets of a venue with several are shown. */
export function VenueList({ view, venues, glances = NONE, inFront = view.focus, onChange }: Props) {
  const covered = venues.map(({ venue }) => venue);
  const chosen: readonly Venue[] = view.question.venues ?? covered;
  const scale = commonScale(glances);
  return (
    <fieldset className="min-w-0">
      <legend className="label mb-1">{venueChoice.legend}</legend>
      <p aria-hidden className="label -mt-[1.35rem] mb-1 flex justify-end gap-2 pr-14">
        <span>{venueChoice.furthest}</span>
        <span>{venueChoice.answered}</span>
      </p>
      <p aria-hidden className="mb-1 text-[0.75rem] text-ink-3">
        {venueChoice.order}
      </p>
      <ul aria-label={venueChoice.order} className="waits-for-whole border-t border-rule">
        {inOrder(venues, glances, inFront).map((one) => {
          const on = chosen.includes(one.venue);
          return (
            <li key={one.venue} className="border-b border-rule">
              <VenueRow
                covered={one}
                glance={glances.get(one.venue)}
                scale={scale}
                level={view.question.enter}
                on={on}
                isLast={on && chosen.length === 1}
                inFront={inFront === one.venue}
                isLine={view.lines.includes(one.venue)}
                onToggle={() => {
                  onChange(withVenue(view, covered, one.venue, !on));
                }}
                onFocus={() => {
                  onChange(withFocus(view, view.focus === one.venue ? undefined : one.venue));
                }}
                onLine={(isLine) => {
                  onChange(withLine(view, one.venue, isLine));
                }}
              />
              {on && one.books.length > 1 && <MarketChoices view={view} covered={one} onChange={onChange} />}
            </li>
          );
        })}
      </ul>
    </fieldset>
  );
}

interface RowProps {
  readonly covered: CoveredVenue;
  readonly glance: VenueGlance | undefined;
  /** Deviations at the foot and the head of every sparkline. */
  readonly scale: { readonly least: number; readonly most: number };
  /** From this deviation on a figure has its side's colour. */
  readonly level: number;
  readonly on: boolean;
  /** The only one left, which cannot be removed. */
  readonly isLast: boolean;
  /** Highlighted. */
  readonly inFront: boolean;
  /** Drawn as a line of its own. */
  readonly isLine: boolean;
  readonly onToggle: () => void;
  readonly onFocus: () => void;
  readonly onLine: (isLine: boolean) => void;
}

export function VenueRow(props: RowProps) {
  const { covered, glance, on, isLast, inFront, isLine, onToggle, onFocus, onLine } = props;
  const colours = useVenueColours();
  const { venue, spot, books } = covered;
  const box = useAhead({ read: ({ checked }: HTMLInputElement) => checked, value: on, tell: onToggle });
  return (
    <div className="flex items-center gap-1">
      <label className="flex min-h-9 min-w-0 grow cursor-pointer items-center gap-2 text-[0.875rem]">
        <input
          ref={box}
          type="checkbox"
          className="size-4 accent-ink"
          autoComplete="off"
          checked={on}
          disabled={isLast}
          onChange={onToggle}
        />
        <span
          aria-hidden
          className="own-colours h-4 w-1 shrink-0"
          style={{ background: on && (inFront || isLine) ? colours(venue) : 'var(--rule-strong)' }}
        />
        <span className={on ? '' : 'text-ink-3'}>{venueName(venue)}</span>
        {!spot && <span className="text-[0.75rem] text-ink-3">{books[0] && kindWords(books[0].kind)}</span>}
      </label>
      {on && glance !== undefined && <Glance glance={glance} scale={props.scale} level={props.level} />}
      <Toggle
        label={drawAsLine(venue)}
        isOn={isLine}
        disabled={!on || inFront}
        onPress={() => {
          onLine(!isLine);
        }}
      >
        <ChartSpline aria-hidden className="size-4" />
      </Toggle>
      <Toggle label={highlightVenue(venue)} isOn={inFront} disabled={!on} onPress={onFocus}>
        <Crosshair aria-hidden className="size-4" />
      </Toggle>
    </div>
  );
}

const SPARK = { width: 40, height: 20 } as const;

/** Its deviations at a glance, the furthest of them, and how much of the window it answered. */
const Glance = ({
  glance,
  scale,
  level,
}: Required<Pick<RowProps, 'scale' | 'level'>> & { readonly glance: VenueGlance }) => {
  const { below, above, zero } = sparkPaths(glance.spark, { ...SPARK, ...scale });
  return (
    <span className="flex shrink-0 items-center gap-1.5 text-[0.75rem]">
      <svg aria-hidden {...SPARK}>
        <path d={zero} className="stroke-rule-strong" fill="none" />
        <path d={below} className="fill-below" />
        <path d={above} className="fill-above" />
      </svg>
      <span className="w-15 text-right whitespace-nowrap" title={venueChoice.furthest}>
        <Deviation ratio={glance.furthest} missing={cells.notMeasured} level={level} strong />
      </span>
      <span className="w-11 text-right text-ink-3" title={venueChoice.answered}>
        <Figure value={glance.answered} format={wholeOnlyIfWhole} missing={cells.unknown} />
      </span>
    </span>
  );
};

/** Tenths of a percent, never rounded up to all of it. */
const wholeOnlyIfWhole = (share: number): string => formatLevel(Math.floor(share * 1000) / 1000);

interface ToggleProps {
  readonly label: string;
  readonly isOn: boolean;
  readonly disabled: boolean;
  readonly onPress: () => void;
  readonly children: ReactNode;
}

const Toggle = ({ label, isOn, disabled, onPress, children }: ToggleProps) => (
  <button
    type="button"
    className={`rounded p-1.5 disabled:opacity-35 ${isOn ? 'bg-ink text-paper' : 'text-ink-3 hover:text-ink'}`}
    aria-pressed={isOn}
    aria-label={label}
    title={label}
    disabled={disabled}
    onClick={onPress}
  >
    {children}
  </button>
);
