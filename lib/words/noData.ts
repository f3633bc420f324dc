import * as english from './en/noData';
import { spoken } from './spoken';

export const { noData } = spoken('noData', english);
