import * as english from './en/site';
import { spoken } from './spoken';

export const { siteWords, stampedTitle } = spoken('site', english);
