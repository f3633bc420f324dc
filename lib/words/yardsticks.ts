import * as english from './en/yardsticks';
import { spoken } from './spoken';

export const { beyondSentence, yardstickChoice, yardstickName, yardstickRule } = spoken('yardsticks', english);
