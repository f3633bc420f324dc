import * as english from './en/scorecards';
import { spoken } from './spoken';

export const { orderOfEvents, scorecardHeads, scorecards } = spoken('scorecards', english);
