import * as english from './en/zones';
import { spoken } from './spoken';

export const { alsoHere, zoneChoice, zoneNames, zonedHead } = spoken('zones', english);
