import * as english from './en/missing';
import { spoken } from './spoken';

export const { missingWords, reasonsWithMarkets } = spoken('missing', english);
