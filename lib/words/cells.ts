import * as english from './en/cells';
import { spoken } from './spoken';

export const { cells, recoveryWords, strengthWords } = spoken('cells', english);
