'use client';

import { ChartSpline, Crosshair } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Venue } from '@/lib/domain/market';
import type { View } from '@/lib/permalink/view';
import { useVenueColours } from '../chart/useVenueColours';
import type { CoveredVenue } from '@/lib/domain/assetCoverage';
import { withFocus, withLine, withVenue } from '../view';
import { MarketChoices } from './MarketChoices';
import { drawAsLine, highlightVenue, venueChoice } from '@/lib/words/assetControls';
import { kindWords } from '@/lib/words/kinds';
import { venueName } from '@/lib/words/venues';

interface Props {
  readonly view: View;
  readonly venues: readonly CoveredVenue[];
  readonly onChange: (view: View) => void;
}

/** The venues that take part, the one highlighted, those drawn as lines, and which markets of a venue with several are shown. */
export function VenueList({ view, venues, onChange }: Props) {
  const covered = venues.map(({ venue }) => venue);
  const chosen: readonly Venue[] = view.question.venues ?? covered;
  return (
    <fieldset>
      <legend className="label mb-1">{venueChoice.legend}</legend>
      <ul className="border-t border-rule">
        {venues.map((one) => {
          const on = chosen.includes(one.venue);
          return (
            <li key={one.venue} className="border-b border-rule">
              <VenueRow
                covered={one}
                on={on}
                isLast={on && chosen.length === 1}
                focused={view.focus === one.venue}
                isLine={view.lines.includes(one.venue)}
                onToggle={() => {
                  onChange(withVenue(view, covered, one.venue, !on));
                }}
                onFocus={(focus) => {
                  onChange(withFocus(view, focus));
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
  readonly on: boolean;
  /** The only one left, which cannot be removed. */
  readonly isLast: boolean;
  readonly focused: boolean;
  /** Drawn as a line of its own. */
  readonly isLine: boolean;
  readonly onToggle: () => void;
  readonly onFocus: (venue: Venue | undefined) => void;
  readonly onLine: (isLine: boolean) => void;
}

export function VenueRow({ covered, on, isLast, focused, isLine, onToggle, onFocus, onLine }: RowProps) {
  const colours = useVenueColours();
  const { venue, spot, books } = covered;
  return (
    <div className="flex items-center gap-2">
      <label className="flex min-h-9 grow cursor-pointer items-center gap-2 text-[0.875rem]">
        <input type="checkbox" className="size-4 accent-ink" checked={on} disabled={isLast} onChange={onToggle} />
        <span
          aria-hidden
          className="h-0.5 w-4"
          style={{ background: on && (focused || isLine) ? colours(venue) : 'var(--rule-strong)' }}
        />
        <span className={on ? '' : 'text-ink-3'}>{venueName(venue)}</span>
        {!spot && <span className="text-[0.75rem] text-ink-3">{books[0] && kindWords(books[0].kind)}</span>}
      </label>
      <Toggle
        label={drawAsLine(venue)}
        isOn={isLine}
        disabled={!on || focused}
        onPress={() => {
          onLine(!isLine);
        }}
      >
        <ChartSpline aria-hidden className="size-4" />
      </Toggle>
      <Toggle
        label={highlightVenue(venue)}
        isOn={focused}
        disabled={!on}
        onPress={() => {
          onFocus(focused ? undefined : venue);
        }}
      >
        <Crosshair aria-hidden className="size-4" />
      </Toggle>
    </div>
  );
}

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
