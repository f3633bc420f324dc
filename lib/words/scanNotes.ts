import * as english from './en/scanNotes';
import { spoken } from './spoken';

export const { scanNotes } = spoken('scanNotes', english);
