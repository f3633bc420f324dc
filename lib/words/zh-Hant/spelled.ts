import { spaced } from '../han';

export const spelled = (value: number): string => String(value);

export const listed = (items: readonly string[]): string => items.join('、');

export const anyOf = (choices: readonly string[]): string =>
  choices.length < 2
    ? choices.join('')
    : spaced(`${choices.slice(0, -1).join('、')}或${choices[choices.length - 1] ?? ''}`);

export const joins = { items: '、', clauses: '；', sentences: '', colon: '：', end: '。' } as const;
