'use client';

import { Crosshair } from 'lucide-react';
import { plainPercent } from '../words/figures';
import { Choice } from '../controls/Choice';
import { Segmented } from '../controls/Segmented';
import { useVenueColours } from '../chart/useVenueColours';
import { DEFAULT_MIN_PEERS, LEAST_MIN_PEERS, type Reference } from '@/lib/domain/question';
import type { Venue } from '@/lib/domain/market';
import type { View } from '@/lib/permalink/view';
import { withFocus, withQuestion, withScale, withVenue, type HeldVenue } from '../view';

interface Props {
  readonly view: View;
  readonly venues: readonly HeldVenue[];
  readonly onChange: (view: View) => void;
}

/** Entry levels a reader is likely to want. The address takes any. */
const LEVELS = [0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 0.5];
const PEERS = [LEAST_MIN_PEERS, DEFAULT_MIN_PEERS, 4, 5];

/** What is compared with what. Everything here is written into the address. */
export function Controls({ view, venues, onChange }: Props) {
  const { question } = view;
  const levels = LEVELS.includes(question.enter) ? LEVELS : [...LEVELS, question.enter].sort((a, b) => a - b);
  const peers = PEERS.includes(question.minPeers) ? PEERS : [...PEERS, question.minPeers].sort((a, b) => a - b);
  const others = question.reference.kind === 'others';
  return (
    <div role="group" aria-label="What is compared" className="grid content-start gap-5 sm:grid-cols-2 xl:grid-cols-1">
      <VenueList view={view} venues={venues} onChange={onChange} />
      <div className="grid content-start gap-4">
        <Choice
          label="Measured against"
          value={referenceText(question.reference)}
          choices={[{ value: 'others', label: 'the median of the others' }, ...venues.filter(({ spot }) => spot).map(({ venue }) => ({ value: `venue:${venue}`, label: `${venue} alone` }))]}
          onChoose={(chosen) => {
            onChange(withQuestion(view, { reference: referenceOf(chosen, venues) }));
          }}
        />
        <Choice
          label="An episode begins at"
          value={String(question.enter)}
          choices={levels.map((level) => ({ value: String(level), label: plainPercent(level) }))}
          onChoose={(chosen) => {
            onChange(withQuestion(view, { enter: Number(chosen) }));
          }}
        />
        {others && (
          <Choice
            label="Other venues needed, at least"
            value={String(question.minPeers)}
            choices={peers.map((peer) => ({ value: String(peer), label: peer < DEFAULT_MIN_PEERS ? `${peer} (weak)` : String(peer) }))}
            onChoose={(chosen) => {
              onChange(withQuestion(view, { minPeers: Number(chosen) }));
            }}
          />
        )}
        {others && question.minPeers < DEFAULT_MIN_PEERS && (
          <p className="text-[0.8rem] text-caution">Weak: with two others, one stray venue makes the rest look astray.</p>
        )}
        <div>
          <span className="label mb-1 block">Prices</span>
          <Segmented
            label="Prices"
            value={question.rate}
            choices={[
              { value: 'usd', label: 'in USD' },
              { value: 'none', label: 'raw quotes' },
            ]}
            onChoose={(rate) => {
              onChange(withQuestion(view, { rate }));
            }}
          />
        </div>
        <div>
          <span className="label mb-1 block">Price scale</span>
          <Segmented
            label="Price scale"
            value={view.scale}
            choices={[
              { value: 'linear', label: 'linear' },
              { value: 'log', label: 'logarithmic' },
            ]}
            onChoose={(scale) => {
              onChange(withScale(view, scale));
            }}
          />
        </div>
      </div>
    </div>
  );
}

const referenceText = (reference: Reference): string => (reference.kind === 'venue' ? `venue:${reference.venue}` : reference.kind);

function referenceOf(chosen: string, venues: readonly HeldVenue[]): Reference {
  const yardstick = venues.find(({ venue }) => `venue:${venue}` === chosen);
  return yardstick === undefined ? { kind: 'others' } : { kind: 'venue', venue: yardstick.venue };
}

function VenueList({ view, venues, onChange }: Props) {
  const colours = useVenueColours();
  const held = venues.map(({ venue }) => venue);
  const chosen: readonly Venue[] = view.question.venues ?? held;
  return (
    <fieldset>
      <legend className="label mb-1">Venues</legend>
      <ul className="border-t border-rule">
        {venues.map(({ venue, spot }) => {
          const on = chosen.includes(venue);
          const focused = view.focus === venue;
          return (
            <li key={venue} className="flex items-center gap-2 border-b border-rule">
              <label className="flex min-h-9 grow cursor-pointer items-center gap-2 text-[0.9rem]">
                <input
                  type="checkbox"
                  className="size-4 accent-ink"
                  checked={on}
                  disabled={on && chosen.length === 1}
                  onChange={() => {
                    onChange(withVenue(view, held, venue, !on));
                  }}
                />
                <span aria-hidden className="h-0.5 w-4" style={{ background: on ? colours(venue) : 'var(--rule-strong)' }} />
                <span className={on ? '' : 'text-ink-3'}>{venue}</span>
                {!spot && <span className="text-[0.75rem] text-ink-3">perp</span>}
              </label>
              <button
                type="button"
                className={`rounded p-1.5 ${focused ? 'bg-ink text-paper' : 'text-ink-3 hover:text-ink'}`}
                aria-pressed={focused}
                aria-label={`Bring out ${venue}`}
                disabled={!on}
                onClick={() => {
                  onChange(withFocus(view, focused ? undefined : venue));
                }}
              >
                <Crosshair aria-hidden className="size-4" />
              </button>
            </li>
          );
        })}
      </ul>
    </fieldset>
  );
}
