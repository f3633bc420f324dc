import * as english from './en/rates';
import { spoken } from './spoken';

export type * from './en/rates';
export const { legsCounted, legsNamed, rateWords, ruleHint, ruleWords } = spoken('rates', english);
