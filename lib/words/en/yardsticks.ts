import type { Yardstick } from '../../domain/events/yardsticks';
import { count } from './numbers';

const NAMES: Readonly<Record<Yardstick, string>> = {
  'index-median': 'Index: 5 % from the median',
  'index-clamp': 'Index clamp: 3 % (BTC, ETH 1 %)',
  'luld-5': 'Limit up-limit down: 5 %',
  'luld-10': 'Limit up-limit down: 10 %',
  'clearly-erroneous': 'Clearly erroneous: 10, 5, 3 %',
};
export const yardstickName = (yardstick: Yardstick): string => NAMES[yardstick];

const RULES: Readonly<Record<Yardstick, string>> = {
  'index-median':
    'A source whose price is more than 5 % from the median of all sources gets weight 0 in Binance’s futures price index; where several are, the median is used. Source: Binance, futures price index FAQ.',
  'index-clamp':
    'A source more than 3 % from the median (BTC and ETH: 1 %) counts in Binance’s index as if it stood at that distance. Source: Binance, FAQ on price protection.',
  'luld-5':
    'Trades of US equities of the first tier outside a band of 5 % around a reference price are prevented. Source: limit up-limit down plan.',
  'luld-10':
    'Trades of US equities of the second tier outside a band of 10 % around a reference price are prevented. Source: limit up-limit down plan.',
  'clearly-erroneous':
    'US exchanges may break a trade further from its reference price than 10 % up to 25 USD, 5 % up to 50 USD, 3 % above. Source: US exchanges’ rules on clearly erroneous executions.',
};
/** What the rule says, and where. */
export const yardstickRule = (yardstick: Yardstick): string => RULES[yardstick];

/** The choice of one. */
export const yardstickChoice = {
  label: 'Compare depths with a rulebook',
  none: 'None',
  caveat: 'A yardstick of another market is no rule of this one.',
} as const;

/** "9 of 14 episodes go beyond it." */
export const beyondSentence = (beyond: number, all: number): string =>
  `${count(beyond)} of ${count(all)} ${all === 1 ? 'episode' : 'episodes'} ${beyond === 1 ? 'goes' : 'go'} beyond it.`;
