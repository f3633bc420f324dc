import * as english from './en/deepest';
import { spoken } from './spoken';

export const { deepestSentence } = spoken('deepest', english);
