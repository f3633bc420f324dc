import * as english from './en/pinned';
import { spoken } from './spoken';

export const { pinnedChanges, pinnedLink, pinnedNotice } = spoken('pinned', english);
