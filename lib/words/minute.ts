import * as english from './en/minute';
import { spoken } from './spoken';

export type * from './en/minute';
export const { minuteSentence } = spoken('minute', english);
