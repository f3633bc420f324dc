import * as english from './en/packPage';
import { spoken } from './spoken';

export const { exhibitLinks, packPage, packProblems } = spoken('packPage', english);
