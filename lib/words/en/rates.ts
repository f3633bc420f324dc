import type { RateRule } from '../../api/hole';

const RULES: Readonly<Record<RateRule, string>> = {
  usd: 'quoted in USD',
  cross: 'cross rate of BTC and ETH',
  direct: 'direct pair',
  parity: 'assumed parity',
  none: 'no rate',
};
export const ruleWords = (rule: RateRule): string => RULES[rule];
