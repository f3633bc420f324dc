import type { FiledTranslation } from '../language';
import * as claimPack from './claimPack';
import * as pack from './pack';

/** What only files made on the server say. */
export const filed: FiledTranslation = { claimPack, pack };
