import * as english from './en/notes';
import { spoken } from './spoken';

export const { noteText, noteTexts } = spoken('notes', english);
