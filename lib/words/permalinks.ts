import * as english from './en/permalinks';
import { spoken } from './spoken';

export type * from './en/permalinks';
export const { brokenPermalink, earlierForm } = spoken('permalinks', english);
