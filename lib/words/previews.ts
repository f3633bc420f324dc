import * as english from './en/previews';
import { spoken } from './spoken';

export const { assetPageWords, minutePageWords } = spoken('previews', english);
