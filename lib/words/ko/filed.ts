import type { FiledTranslation } from '../language';
import * as pack from './pack';

/** What only files made on the server say. */
export const filed: FiledTranslation = { pack };
