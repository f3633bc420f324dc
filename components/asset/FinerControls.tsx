'use client';

import { DEFAULT_MIN_PEERS, LEAST_MIN_PEERS, STRONG_PEERS } from '@/lib/domain/method';
import { needsPeers } from '@/lib/domain/reference';
import type { View } from '@/lib/permalink/view';
import { controls, peersChoice } from '@/lib/words/assetControls';
import { formatLevel } from '@/lib/words/numbers';
import { Choice } from '../controls/Choice';
import { Segmented } from '../controls/Segmented';
import { WindowFields } from '../controls/WindowFields';
import { withQuestion, withRange } from '../view';

interface Props {
  readonly view: View;
  readonly onChange: (view: View) => void;
}

/** Entry levels a reader is likely to want. The address takes any. */
const LEVELS = [0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 0.5];
const PEERS = [LEAST_MIN_PEERS, DEFAULT_MIN_PEERS, STRONG_PEERS];

const withOwn = (offered: readonly number[], own: number): readonly number[] =>
  offered.includes(own) ? offered : [...offered, own].sort((a, b) => a - b);

/** What is changed seldom: the window typed, the entry level, the fewest peers, the unit of prices. */
export function FinerControls({ view, onChange }: Props) {
  const { question } = view;
  const { reference, range } = question;
  return (
    <>
      <WindowFields
        key={`${String(range.from)} ${String(range.to)}`}
        range={range}
        onApply={(next) => {
          onChange(withRange(view, next));
        }}
      />
      <Choice
        label={controls.enter}
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
          label={controls.minPeers(reference.kind === 'all')}
          value={String(question.minPeers)}
          choices={withOwn(PEERS, question.minPeers).map((peers) => ({
            value: String(peers),
            label: peersChoice(peers),
          }))}
          onChoose={(chosen) => {
            onChange(withQuestion(view, { minPeers: Number(chosen) }));
          }}
        />
      )}
      <div>
        <span className="label mb-1 block">{controls.prices}</span>
        <Segmented
          label={controls.prices}
          value={question.rate}
          choices={[
            { value: 'usd', label: controls.rates.usd },
            { value: 'none', label: controls.rates.none },
          ]}
          onChoose={(rate) => {
            onChange(withQuestion(view, { rate }));
          }}
        />
      </div>
    </>
  );
}
