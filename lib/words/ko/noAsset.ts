import { codeOf, inRehearsal } from '../typed';
import { listed } from './spelled';

export const noAssetData = (asset: string, asOf: string | undefined): string =>
  asOf === undefined
    ? `${asset} 데이터 없음; ${roads(asset)} 명령으로 불러오십시오`
    : `기준 시점 ${asOf}의 ${asset} 데이터 없음; 더 늦은 시점을 선택하거나, 시점을 빼고 현재 데이터를 확인하십시오`;

export const unstoredAssets = (assets: readonly string[]): string => `${listed(assets)}의 데이터가 없습니다.`;

const roads = (asset: string): string => {
  const ingest = codeOf(`ingest ${asset} --from T --to T`);
  return inRehearsal() ? ingest : `${ingest} 또는 ${codeOf('import')}`;
};
