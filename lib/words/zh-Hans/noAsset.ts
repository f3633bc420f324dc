import { codeOf } from '../typed';

export const noAssetData = (asset: string, asOf: string | undefined, simulated: boolean): string =>
  asOf === undefined
    ? `没有 ${asset} 的数据；请以 ${roads(asset, simulated)} 加载`
    : `截至 ${asOf} 没有 ${asset} 的数据；请选择较晚的时点，或不指定时点以查看当前的数据`;

const roads = (asset: string, simulated: boolean): string => {
  const ingest = codeOf(`ingest ${asset} --from T --to T`, simulated);
  return simulated ? ingest : `${ingest} 或 ${codeOf('import', simulated)}`;
};
