import { entry, reference } from './made';
import type { Samples } from './type';

const USD_BOOKS = [
  [reference('others'), entry('ATOM'), 'USD'],
  [reference('all'), entry('ATOM'), 'USD'],
  [reference('vwm'), entry('ATOM'), 'USD'],
] as const;
const OF_EACH_KIND = [
  [reference('others'), entry('ATOM')],
  [reference('all'), entry('ATOM')],
  [reference('vwm'), entry('WBETH')],
  [reference('wrapped'), entry('WBETH')],
  [reference('wrapped'), entry('ATOM')],
  [reference('peg'), entry('USDE')],
  [reference('venue:coinbase'), entry('ATOM')],
  ...USD_BOOKS,
] as const;
const LOW = { field: 'low', peers: 5, price: 1.6, currency: 'USD' } as const;

export const reference_: Samples<'reference'> = {
  referenceNoun: OF_EACH_KIND,
  referenceCaption: [
    ...OF_EACH_KIND.map(([one]) => [one] as const),
    ...USD_BOOKS.map(([one, , bloc]) => [one, bloc] as const),
  ],
  referenceChoice: OF_EACH_KIND.map(([one, of]) => [one, of] as const),
  referenceRule: OF_EACH_KIND.map(([one, of, bloc]) => [one, of, 3, bloc] as const),
  referencePrice: [
    ...OF_EACH_KIND.map(([one, of, bloc]) => [one, of, LOW, bloc] as const),
    [reference('others'), entry('ATOM'), { ...LOW, field: 'close', peers: 1 }],
    [reference('all'), entry('ATOM'), { ...LOW, field: 'high', peers: 1 }],
  ],
  withinReference: OF_EACH_KIND,
  lackingReference: OF_EACH_KIND,
};
export { reference_ as reference };

export const certainty: Samples<'certainty'> = {
  certaintyWords: [['certain'], ['weak'], ['within-rate']],
  uncertaintyClause: [[null], [0], [0.0461]],
  certaintyClause: [['certain'], ['weak'], ['within-rate']],
  blocsSentence: [
    [null, 'below'],
    [{ usd: 3.594, usdt: 1.6 }, 'below'],
    [{ usd: 3.6, usdt: 1.8 }, 'above'],
  ],
  blocsWords: [[{ usd: 3.594, usdt: 1.6 }]],
};
