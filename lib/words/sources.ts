import * as english from './en/sources';
import { spoken } from './spoken';

export const { roadWords, sourceWords } = spoken('sources', english);
