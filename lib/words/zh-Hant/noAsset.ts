export const noAssetData = (asset: string, asOf: string | undefined): string =>
  asOf === undefined
    ? `沒有 ${asset} 的資料；請以 \`plumbline ingest ${asset} --from T --to T\` 或 \`plumbline import\` 載入`
    : `截至 ${asOf} 沒有 ${asset} 的資料；請選擇較晚的時點，或不指定時點以查看目前的資料`;
