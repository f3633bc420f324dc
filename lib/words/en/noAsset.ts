/** There is no data of an asset, and the mend. `asOf`: the moment it was looked for as of, ISO; undefined: now. */
export const noAssetData = (asset: string, asOf: string | undefined): string =>
  asOf === undefined
    ? `No data for ${asset}; load some with \`plumbline ingest ${asset} --from T --to T\` or \`plumbline import\``
    : `No data for ${asset} as of ${asOf}; choose a later moment, or leave it out to see what there is now`;
