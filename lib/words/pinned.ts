import * as english from './en/pinned';
import { spoken } from './spoken';

export const { pinnedLink, pinnedNotice, pinnedRules } = spoken('pinned', english);
