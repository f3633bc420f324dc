import type { MissingReason } from '../../api/hole';

const WORDS: Readonly<Record<MissingReason, string>> = {
  'not-fetched': 'not fetched',
  'no-trade': 'no trade',
  'too-few-peers': 'too few peers',
  'no-rate': 'no rate',
};

/** Why a minute has no deviation. */
export const missingWords = (why: MissingReason): string => WORDS[why];
