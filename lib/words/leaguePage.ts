import * as english from './en/leaguePage';
import { spoken } from './spoken';

export const { leagueFinding, leagueHead, leagueHeads } = spoken('leaguePage', english);
