import * as english from './en/ignored';
import { spoken } from './spoken';

export const { ignoredWords } = spoken('ignored', english);
