import * as english from './en/leftOut';
import { spoken } from './spoken';

export const { leftOutTable, leftOutWords, onDays, whyWords } = spoken('leftOut', english);
