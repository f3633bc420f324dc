import * as english from './en/front';
import { spoken } from './spoken';

export type * from './en/front';
export const { dateWords, heroLead, heroSentence, heroWords, multipleSentence, wayOn } = spoken('front', english);
