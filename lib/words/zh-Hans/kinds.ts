import type { Kind } from '../../domain/market';

const WORDS: Readonly<Record<Kind, string>> = {
  spot: '现货',
  perp: '永续合约',
  mark: '标记价格',
  index: '指数',
};

export const kindWords = (kind: Kind): string => WORDS[kind];
