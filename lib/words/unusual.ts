import * as english from './en/unusual';
import { spoken } from './spoken';

export const { noBaselineWords, unusualWords } = spoken('unusual', english);
