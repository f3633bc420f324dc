import { describe, expect, it } from 'vitest';
import { assetEntry } from '@/lib/domain/asset';
import type { CoveredVenue } from '@/lib/domain/assetCoverage';
import type { Asset } from '@/lib/domain/market';
import type { Question } from '@/lib/domain/question';
import type { View } from '@/lib/permalink/view';
import { controls } from '@/lib/words/assetControls';
import { Choice } from '../controls/Choice';
import { Segmented } from '../controls/Segmented';
import { elementsOf } from '../testing/elements';
import { covered, venue, view } from '../testing/views';
import { Controls } from './Controls';

const venues = [covered('binance'), covered('binancecoinm', { spot: false, books: [{ quote: 'USD', kind: 'perp' }] })];

/** What the controls offer for a question, and the views that they then ask for. */
function drawn(question: Partial<Question> = {}, among: readonly CoveredVenue[] = venues) {
  const asked: View[] = [];
  const shown = view({}, question);
  const node = Controls({
    view: shown,
    coverage: { entry: assetEntry(shown.question.asset), venues: among, window: shown.question.range },
    onChange: (next) => asked.push(next),
  });
  const choice = (label: string) => elementsOf(node, Choice).find(({ props }) => props.label === label)?.props;
  return { asked, node, choice };
}
const values = (choice: { readonly choices: readonly { readonly value: string }[] } | undefined) =>
  choice?.choices.map(({ value }) => value);

describe('what is compared', () => {
  it.each([
    ['ATOM', ['others', 'all', 'vwm', 'venue:binance']],
    ['WBETH', ['others', 'all', 'vwm', 'wrapped', 'venue:binance']],
    ['USDE', ['others', 'all', 'vwm', 'peg', 'venue:binance']],
  ])('%s is compared with what it has, and only with venues that have a spot market', (asset, references) => {
    expect(values(drawn({ asset: asset as Asset }).choice(controls.reference))).toEqual(references);
  });

  it('asks for the reference that is chosen, and for nothing where it is not offered', () => {
    const { asked, choice } = drawn();
    choice(controls.reference)?.onChoose('venue:binance');
    choice(controls.reference)?.onChoose('venue:mtgox');
    expect(asked.map(({ question }) => question.reference)).toEqual([{ kind: 'venue', venue: venue('binance') }]);
  });

  it('asks among the books of one quote, where the reference is a median of them', () => {
    const here = drawn({}, [covered('binance'), covered('okx')]);
    expect(values(here.choice(controls.bloc))).toEqual(['all', 'USDT']);
    here.choice(controls.bloc)?.onChoose('USDT');
    expect(here.asked[0]?.question.bloc).toBe('USDT');
    expect(drawn({ reference: { kind: 'venue', venue: venue('binance') } }).choice(controls.bloc)).toBeUndefined();
  });

  it.each([
    [2, true],
    [3, false],
  ])('%i peers: a warning is shown: %s', (minPeers, isWarned) => {
    const paragraphs = elementsOf(drawn({ minPeers }).node, 'p').map(({ props }) => props.children);
    expect(paragraphs.includes(controls.weak)).toBe(isWarned);
  });

  it('asks for a logarithmic scale', () => {
    const { asked, node } = drawn();
    const [scales] = elementsOf(node, Segmented);
    scales?.props.onChoose('log');
    expect(asked[0]?.scale).toBe('log');
  });
});
