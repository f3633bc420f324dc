import * as english from './en/episode';
import { spoken } from './spoken';

export const { censoredWords } = spoken('episode', english);
