import * as english from './en/changes';
import { spoken } from './spoken';

export const { bookChanges } = spoken('changes', english);
