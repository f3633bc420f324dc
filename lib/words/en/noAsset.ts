import { codeOf, inRehearsal } from '../typed';
import { listed } from './spelled';

/** There is no data of an asset, and the mend. `asOf`: the moment it was looked for as of, ISO; undefined: now. */
export const noAssetData = (asset: string, asOf: string | undefined): string =>
  asOf === undefined
    ? `No data for ${asset}; load some with ${roads(asset)}`
    : `No data for ${asset} as of ${asOf}; choose a later moment, or leave it out to see what there is now`;

/** Assets asked for, by code, of which there is no data, or was none then: a list passes over them. */
export const unstoredAssets = (assets: readonly string[]): string => `No data for ${listed(assets)}.`;

/** A rehearsal takes no files. */
const roads = (asset: string): string => {
  const ingest = codeOf(`ingest ${asset} --from T --to T`);
  return inRehearsal() ? ingest : `${ingest} or ${codeOf('import')}`;
};
