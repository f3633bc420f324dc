import * as english from './en/heatmap';
import { spoken } from './spoken';

export const { deepestList, heatmap } = spoken('heatmap', english);
