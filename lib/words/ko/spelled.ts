export { joins } from '../en/spelled';

/** 본문에서도 숫자로 쓴다. */
export const spelled = (value: number): string => String(value);

/** "a", "a, b", "a, b, c". */
export const listed = (items: readonly string[]): string => items.join(', ');

/** "a", "a 또는 b", "a, b 또는 c". */
export const anyOf = (choices: readonly string[]): string =>
  choices.length < 2
    ? choices.join('')
    : `${choices.slice(0, -1).join(', ')} 또는 ${choices[choices.length - 1] ?? ''}`;
