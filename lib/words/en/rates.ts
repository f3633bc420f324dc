import { CROSS_BASES } from '../../domain/method';
import type { RateRule } from '../../api/hole';
import { listed } from './spelled';

const RULES: Readonly<Record<RateRule, string>> = {
  usd: 'quoted in USD',
  cross: `cross rate of ${listed(CROSS_BASES)}`,
  direct: 'direct pair',
  parity: 'assumed parity',
  none: 'no rate',
};
export const ruleWords = (rule: RateRule): string => RULES[rule];
