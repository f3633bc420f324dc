import * as english from './en/palette';
import { spoken } from './spoken';

export const { assetTitle, dayTitle, destinationKinds, minuteTitle, palette } = spoken('palette', english);
