import * as english from './en/interactiveChart';
import { spoken } from './spoken';

export const { interactiveChart } = spoken('interactiveChart', english);
