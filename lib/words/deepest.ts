import * as english from './en/deepest';
import { spoken } from './spoken';

export const { deepestFinding, deepestSentence } = spoken('deepest', english);
