import * as english from './en/refusals';
import { spoken } from './spoken';

export const { quoted, refusalWords } = spoken('refusals', english);
