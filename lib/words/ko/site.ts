export { stampedTitle } from '../en/site';

export const siteWords = {
  name: 'Plumbline',
  titleTemplate: '%s · Plumbline',
  description: '각 거래소의 가격이 시장에서 얼마나, 얼마 동안 벗어났는지 분 단위로 보여 줍니다.',
  skip: '본문으로 건너뛰기',
} as const;
