import * as english from './en/windowFields';
import { spoken } from './spoken';

export const { atMostDays, windowFields } = spoken('windowFields', english);
