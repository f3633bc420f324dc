import type { Kind } from '../../domain/market';

const WORDS: Readonly<Record<Kind, string>> = {
  spot: '현물',
  perp: '무기한 선물',
  mark: '마크 가격',
  index: '지수',
};

export const kindWords = (kind: Kind): string => WORDS[kind];
