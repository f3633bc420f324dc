import * as english from './en/overview';
import { spoken } from './spoken';

export const { deepestDeviations, noData, storedAssets, storedInBrief } = spoken('overview', english);
