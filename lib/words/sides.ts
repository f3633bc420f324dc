import * as english from './en/sides';
import { spoken } from './spoken';

export const { sideWords } = spoken('sides', english);
