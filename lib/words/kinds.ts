import * as english from './en/kinds';
import { spoken } from './spoken';

export const { kindWords } = spoken('kinds', english);
