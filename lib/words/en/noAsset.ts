import { codeOf, inRehearsal } from '../typed';

/** There is no data of an asset, and the mend. `asOf`: the moment it was looked for as of, ISO; undefined: now. */
export const noAssetData = (asset: string, asOf: string | undefined): string =>
  asOf === undefined
    ? `No data for ${asset}; load some with ${roads(asset)}`
    : `No data for ${asset} as of ${asOf}; choose a later moment, or leave it out to see what there is now`;

/** A rehearsal takes no files. */
const roads = (asset: string): string => {
  const ingest = codeOf(`ingest ${asset} --from T --to T`);
  return inRehearsal() ? ingest : `${ingest} or ${codeOf('import')}`;
};
