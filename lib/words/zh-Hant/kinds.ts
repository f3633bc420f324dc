import type { Kind } from '../../domain/market';

const WORDS: Readonly<Record<Kind, string>> = {
  spot: '現貨',
  perp: '永續合約',
  mark: '標記價格',
  index: '指數',
};

export const kindWords = (kind: Kind): string => WORDS[kind];
