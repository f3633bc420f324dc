import * as english from './en/eventRoads';
import { spoken } from './spoken';

export type * from './en/eventRoads';
export const { missingCommands, missingFigures, roadWords } = spoken('eventRoads', english);
