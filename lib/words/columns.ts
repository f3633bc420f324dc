import * as english from './en/columns';
import { spoken } from './spoken';

export type * from './en/columns';
export const { columnsFlaw } = spoken('columns', english);
