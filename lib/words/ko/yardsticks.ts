import type { Yardstick } from '../../domain/events/yardsticks';
import { count } from './numbers';

const NAMES: Readonly<Record<Yardstick, string>> = {
  'index-median': '지수: 중앙값에서 5 %',
  'index-clamp': '지수 반영 한도: 3 % (BTC, ETH는 1 %)',
  'luld-5': '상하한 가격 제한(LULD): 5 %',
  'luld-10': '상하한 가격 제한(LULD): 10 %',
  'clearly-erroneous': '명백한 착오 체결: 10, 5, 3 %',
};
export const yardstickName = (yardstick: Yardstick): string => NAMES[yardstick];

const RULES: Readonly<Record<Yardstick, string>> = {
  'index-median':
    'Binance 선물 가격 지수에서는 모든 출처의 중앙값에서 5 % 넘게 벗어난 출처의 가중치를 0으로 하고, 그런 출처가 여럿이면 중앙값을 사용합니다. 출처: Binance, 선물 가격 지수 FAQ.',
  'index-clamp':
    '중앙값에서 3 % (BTC와 ETH는 1 %) 넘게 벗어난 출처는 Binance 지수에서 그 거리에 있는 것으로 보고 반영합니다. 출처: Binance, 가격 보호 FAQ.',
  'luld-5': '미국 1등급 주식은 기준 가격 전후 5 % 범위를 벗어난 체결이 금지됩니다. 출처: 상하한 가격 제한(LULD) 계획.',
  'luld-10':
    '미국 2등급 주식은 기준 가격 전후 10 % 범위를 벗어난 체결이 금지됩니다. 출처: 상하한 가격 제한(LULD) 계획.',
  'clearly-erroneous':
    '미국 거래소는 기준 가격에서 다음보다 더 벗어난 체결을 취소할 수 있습니다. 25 USD 이하는 10 %, 50 USD 이하는 5 %, 그보다 높으면 3 %. 출처: 미국 거래소의 명백한 착오 체결 규정.',
};
export const yardstickRule = (yardstick: Yardstick): string => RULES[yardstick];

export const yardstickChoice = {
  label: '괴리 폭을 규정집과 대조',
  none: '없음',
  caveat: '다른 시장의 잣대는 이 시장의 규칙이 아닙니다.',
} as const;

export const beyondSentence = (beyond: number, all: number): string =>
  `괴리 구간 ${count(all)}개 중 ${count(beyond)}개가 이를 넘습니다.`;
