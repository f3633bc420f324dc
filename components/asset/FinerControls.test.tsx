import { describe, expect, it } from 'vitest';
import { minute } from '@/lib/domain/minute';
import type { Question } from '@/lib/domain/question';
import type { View } from '@/lib/permalink/view';
import { controls } from '@/lib/words/assetControls';
import { Choice } from '../controls/Choice';
import { Segmented } from '../controls/Segmented';
import { WindowFields } from '../controls/WindowFields';
import { elementsOf } from '../testing/elements';
import { venue, view } from '../testing/views';
import { FinerControls } from './FinerControls';

/** What is offered for a question, and the views that are then asked for. */
function drawn(question: Partial<Question> = {}) {
  const asked: View[] = [];
  const node = FinerControls({ view: view({}, question), onChange: (next) => asked.push(next) });
  const choice = (label: string) => elementsOf(node, Choice).find(({ props }) => props.label === label)?.props;
  return { asked, node, choice };
}
const values = (choice: { readonly choices: readonly { readonly value: string }[] } | undefined) =>
  choice?.choices.map(({ value }) => value);

describe('what is changed seldom', () => {
  it('offers the level of the address among the usual ones, in their order', () => {
    const { asked, choice } = drawn({ enter: 0.03 });
    expect(values(choice(controls.enter))).toEqual(['0.005', '0.01', '0.02', '0.03', '0.05', '0.1', '0.25', '0.5']);
    choice(controls.enter)?.onChoose('0.1');
    expect(asked[0]?.question.enter).toBe(0.1);
  });

  it('asks for peers only where a reference has peers', () => {
    expect(values(drawn().choice(controls.minPeers(false)))).toEqual(['2', '3', '5']);
    const alone = drawn({ reference: { kind: 'venue', venue: venue('binance') } });
    expect([alone.choice(controls.minPeers(false)), alone.choice(controls.minPeers(true))]).toEqual([
      undefined,
      undefined,
    ]);
    expect(values(drawn({ reference: { kind: 'all' }, minPeers: 4 }).choice(controls.minPeers(true)))).toEqual([
      '2',
      '3',
      '4',
      '5',
    ]);
  });

  it('has fields for the window, which start anew with each window', () => {
    const { range } = view().question;
    const { asked, node } = drawn();
    const [fields] = elementsOf(node, WindowFields);
    expect([fields?.key, fields?.props.range]).toEqual([`${String(range.from)} ${String(range.to)}`, range]);
    fields?.props.onApply({ from: minute(0), to: minute(60) });
    expect(asked[0]?.question.range).toEqual({ from: 0, to: 60 });
  });

  it('asks for raw quotes', () => {
    const { asked, node } = drawn();
    const [rates] = elementsOf(node, Segmented);
    rates?.props.onChoose('none');
    expect(asked[0]?.question.rate).toBe('none');
  });
});
