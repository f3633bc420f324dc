import * as english from './en/workedExample';
import { spoken } from './spoken';

export const { workedExample } = spoken('workedExample', english);
