'use client';

import type { ReactNode } from 'react';
import type { AssetCoverage } from '@/lib/domain/assetCoverage';
import { DEFAULT_MIN_PEERS } from '@/lib/domain/method';
import { needsPeers, takesBloc, writeReference, type Reference } from '@/lib/domain/reference';
import { misfitOf } from '@/lib/permalink/fields';
import { SCALES, type View } from '@/lib/permalink/view';
import { Choice } from '../controls/Choice';
import { Segmented } from '../controls/Segmented';
import { still } from '../later/Still';
import { blocsOffered, withQuestion, withReference, withScale } from '../view';
import { referenceChoice } from '@/lib/words/reference';
import { blocChoice, controls } from '@/lib/words/assetControls';

interface Props {
  readonly view: View;
  readonly coverage: AssetCoverage;
  readonly onChange: (view: View) => void;
  /** The window, before all else. */
  readonly children?: ReactNode;
}

/** What is behind the button; what a reader opened stays open when its code comes. */
const FinerControls = still(async () => (await import('./FinerControls')).FinerControls, 'contents');

/**
 * What is compared with what: in one row what is changed often, the rest behind a button. Everything here is written into the address.
 */
export function Controls({ view, coverage, onChange, children }: Props) {
  const { question } = view;
  const { entry, venues } = coverage;
  const references = referencesOf(coverage);
  const { reference } = question;
  return (
    <div
      role="group"
      aria-label={controls.label}
      className="waits-for-whole grid content-start gap-4 lg:flex lg:flex-wrap lg:items-end lg:gap-x-3 lg:gap-y-2"
    >
      {children}
      <Choice
        label={controls.reference}
        value={writeReference(reference)}
        choices={references.map((one) => ({
          value: writeReference(one),
          label: referenceChoice(one, entry),
        }))}
        onChoose={(chosen) => {
          const named = references.find((one) => writeReference(one) === chosen);
          if (named !== undefined) onChange(withReference(view, named));
        }}
      />
      {takesBloc(reference) && (
        <Choice
          label={controls.bloc}
          value={question.bloc}
          choices={blocsOffered(view, venues).map((bloc) => ({ value: bloc, label: blocChoice(bloc) }))}
          onChoose={(bloc) => {
            onChange(withQuestion(view, { bloc }));
          }}
        />
      )}
      <div>
        <span className="label mb-1 block">{controls.scale}</span>
        <Segmented
          label={controls.scale}
          value={view.scale}
          choices={SCALES.map((scale) => ({
            value: scale,
            label: controls.scales[scale],
            shortcut: scale === 'auto' ? undefined : 'l',
          }))}
          onChoose={(scale) => {
            onChange(withScale(view, scale));
          }}
        />
      </div>
      <details className="relative lg:ml-auto">
        <summary className="button">{controls.more}</summary>
        <div className="mt-4 grid gap-4 lg:absolute lg:right-0 lg:z-20 lg:mt-1 lg:w-[24rem] lg:rounded lg:border lg:border-rule-strong lg:bg-raised lg:p-4">
          <FinerControls view={view} onChange={onChange} />
        </div>
      </details>
      {needsPeers(reference) && question.minPeers < DEFAULT_MIN_PEERS && (
        <p className="basis-full text-[0.75rem] text-caution">{controls.weak}</p>
      )}
    </div>
  );
}

/** What the asset can be compared with: few assets have a peg or an underlying, and a venue needs a spot market. */
function referencesOf({ entry, venues }: AssetCoverage): readonly Reference[] {
  const named = (['others', 'all', 'vwm', 'wrapped', 'peg'] as const)
    .map((kind): Reference => ({ kind }))
    .filter((one) => misfitOf(one, entry) === undefined);
  return [...named, ...venues.filter(({ spot }) => spot).map(({ venue }): Reference => ({ kind: 'venue', venue }))];
}
