import * as english from './en/timeframes';
import { spoken } from './spoken';

export const { longerName, timeframeSums } = spoken('timeframes', english);
