export const noAssetData = (asset: string, asOf: string | undefined): string =>
  asOf === undefined
    ? `${asset} 데이터 없음; \`plumbline ingest ${asset} --from T --to T\` 또는 \`plumbline import\` 명령으로 불러오십시오`
    : `기준 시점 ${asOf}의 ${asset} 데이터 없음; 더 늦은 시점을 선택하거나, 시점을 빼고 현재 데이터를 확인하십시오`;
