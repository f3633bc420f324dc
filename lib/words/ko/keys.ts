import type { KeyLine } from '../en/keys';

export const keyWords = {
  title: '단축키',
  close: '닫기',
  table: '단축키와 기능',
  key: '키',
  does: '기능',
  single: '한 글자 단축키',
  singleHint:
    '음성 입력이나 다른 도구에 방해가 되면 끄십시오. 이 브라우저에 저장됩니다. Ctrl K, ⌘ K와 화살표 키는 그대로 작동합니다.',
} as const;

export const keyLines = (): readonly KeyLine[] => [
  { keys: ['Ctrl K', '⌘ K', '/'], does: '자산, 분, 거래소, 사건 또는 붙여 넣은 링크로 이동' },
  { keys: ['←', '→'], does: '이전 분, 다음 분' },
  { keys: ['Shift ←', 'Shift →'], does: '이전 괴리 구간, 다음 괴리 구간' },
  { keys: ['l'], does: '가격 축을 선형과 로그 사이에서 전환' },
  { keys: ['z'], does: '시간대 전환' },
  { keys: ['e'], does: '그림 내보내기' },
  { keys: ['c'], does: '링크 복사' },
  { keys: ['+', '-'], does: '포커스가 있는 차트 확대·축소' },
  { keys: ['0', '더블 클릭'], does: '차트의 전체 기간 표시' },
  { keys: ['Enter'], does: '차트 십자선이 가리키는 분 열기' },
  { keys: ['Esc'], does: '차트에서 나가기' },
  { keys: ['?'], does: '이 목록' },
];
