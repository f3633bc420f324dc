import * as english from './en/columns';
import { spoken } from './spoken';

export const { columnsFlaw } = spoken('columns', english);
