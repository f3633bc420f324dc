'use client';

import { assetEntry } from '@/lib/domain/asset';
import type { Asset } from '@/lib/domain/market';
import { DEFAULT_MIN_PEERS, LEAST_MIN_PEERS, STRONG_PEERS } from '@/lib/domain/method';
import { needsPeers, writeReference, type Reference } from '@/lib/domain/reference';
import { misfitOf } from '@/lib/permalink/fields';
import type { View } from '@/lib/permalink/view';
import { Choice } from '../controls/Choice';
import { Segmented } from '../controls/Segmented';
import { withQuestion, withScale, type HeldVenue } from '../view';
import { formatLevel } from '@/lib/words/en/numbers';
import { referenceChoice } from '@/lib/words/en/reference';
import { VenueList } from './VenueList';

interface Props {
  readonly view: View;
  readonly venues: readonly HeldVenue[];
  readonly onChange: (view: View) => void;
}

/** Entry levels a reader is likely to want. The address takes any. */
const LEVELS = [0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 0.5];
const PEERS = [LEAST_MIN_PEERS, DEFAULT_MIN_PEERS, STRONG_PEERS];

const withOwn = (offered: readonly number[], own: number): readonly number[] =>
  offered.includes(own) ? offered : [...offered, own].sort((a, b) => a - b);

/** What is compared with what. Everything here is written into the address. */
export function Controls({ view, venues, onChange }: Props) {
  const { question } = view;
  const references = referencesOf(question.asset, venues);
  const { reference } = question;
  return (
    <div role="group" aria-label="What is compared" className="grid content-start gap-5 sm:grid-cols-2 xl:grid-cols-1">
      <VenueList view={view} venues={venues} onChange={onChange} />
      <div className="grid content-start gap-4">
        <Choice
          label="Measured against"
          value={writeReference(reference)}
          choices={references.map((one) => ({
            value: writeReference(one),
            label: referenceChoice(one, assetEntry(question.asset)),
          }))}
          onChoose={(chosen) => {
            const named = references.find((one) => writeReference(one) === chosen);
            if (named !== undefined) onChange(withQuestion(view, { reference: named }));
          }}
        />
        <Choice
          label="An episode begins at"
          value={String(question.enter)}
          choices={withOwn(LEVELS, question.enter).map((level) => ({
            value: String(level),
            label: formatLevel(level),
          }))}
          onChoose={(chosen) => {
            onChange(withQuestion(view, { enter: Number(chosen) }));
          }}
        />
        {needsPeers(reference) && (
          <Choice
            label={reference.kind === 'all' ? 'Venues needed, at least' : 'Other venues needed, at least'}
            value={String(question.minPeers)}
            choices={withOwn(PEERS, question.minPeers).map((peers) => ({
              value: String(peers),
              label: peersWords(peers),
            }))}
            onChoose={(chosen) => {
              onChange(withQuestion(view, { minPeers: Number(chosen) }));
            }}
          />
        )}
        {needsPeers(reference) && question.minPeers < DEFAULT_MIN_PEERS && (
          <p className="text-[0.8rem] text-caution">
            Weak: with two others, one stray venue makes the rest look astray.
          </p>
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

/** What the asset can be held against: a peg and an underlying are facts of few assets, a yardstick needs a spot book. */
function referencesOf(asset: Asset, venues: readonly HeldVenue[]): readonly Reference[] {
  const named = (['others', 'all', 'vwm', 'wrapped', 'peg'] as const)
    .map((kind): Reference => ({ kind }))
    .filter((one) => misfitOf(one, asset) === undefined);
  return [...named, ...venues.filter(({ spot }) => spot).map(({ venue }): Reference => ({ kind: 'venue', venue }))];
}

const peersWords = (peers: number): string =>
  `${String(peers)} (${peers >= STRONG_PEERS ? 'strong' : peers >= DEFAULT_MIN_PEERS ? 'fair' : 'weak'})`;
