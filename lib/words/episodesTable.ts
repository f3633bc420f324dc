import * as english from './en/episodesTable';
import { spoken } from './spoken';

export const { episodeHeads, episodeHints, episodesTable, withinTable } = spoken('episodesTable', english);
