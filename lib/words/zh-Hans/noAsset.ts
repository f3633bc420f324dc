export const noAssetData = (asset: string, asOf: string | undefined): string =>
  asOf === undefined
    ? `没有 ${asset} 的数据；请以 \`plumbline ingest ${asset} --from T --to T\` 或 \`plumbline import\` 加载`
    : `截至 ${asOf} 没有 ${asset} 的数据；请选择较晚的时点，或不指定时点以查看当前的数据`;
