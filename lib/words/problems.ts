import * as english from './en/problems';
import { spoken } from './spoken';

export const { brokenAddress, errorWords, noDataPage, notFoundWords } = spoken('problems', english);
