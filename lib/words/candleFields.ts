import * as english from './en/candleFields';
import { spoken } from './spoken';

export const { fieldWords } = spoken('candleFields', english);
