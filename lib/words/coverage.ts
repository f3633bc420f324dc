import * as english from './en/coverage';
import { spoken } from './spoken';

export const { dayLines, dayWords, monthWords, outcomeWords, rowWords, shareWords } = spoken('coverage', english);
