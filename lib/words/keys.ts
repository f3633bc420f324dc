import * as english from './en/keys';
import { spoken } from './spoken';

export type * from './en/keys';
export const { keyLines, keyWords } = spoken('keys', english);
