import { count } from './numbers';

export const pinnedNotice = {
  label: '고정 주소',
  waiting: '이 주소의 다이제스트와 데이터를 비교하고 있습니다.',
  same: '이 주소에 적힌 다이제스트의 수치와 같습니다.',
  sameMinute: '이 분의 수치는 이 주소에 적힌 다이제스트의 것과 같습니다. 다이제스트는 전체 기간을 나타내지 않습니다.',
  changed: '이 주소가 만들어진 뒤 데이터가 바뀌었습니다.',
  changedText: '이 페이지는 현재 수치를 표시합니다. 아래에 차이를 전과 후로 모두 표시합니다.',
  parameters: '여기에서는 이 주소를 다이제스트와 다른 규칙으로 계산합니다.',
  parametersText: '서로 다른 다이제스트의 줄은 아래와 같습니다.',
  notFound: '현재와 이전에 여기에 저장된 어느 데이터도 이 주소의 다이제스트와 같지 않습니다.',
  notFoundText:
    '다이제스트가 다른 서버, Plumbline의 다른 버전이나 다른 자산 등록, 또는 여기에 저장된 적이 없는 데이터에서 나온 것일 수 있습니다. 당시의 그림 파일에는 무엇으로 계산했는지가 적혀 있습니다.',
  tooMany: '지금 여기에 저장된 데이터와 비교한 이전 데이터는 모두 이 주소의 다이제스트와 같지 않습니다.',
  looked: (states: number): string => `최신부터 비교한 이전 데이터의 수: ${count(states)}.`,
  more: '비교하지 않은 이전 데이터가 더 저장되어 있습니다.',
  presentShown: '이 페이지는 현재 수치를 표시합니다.',
  asItWas: '당시 그대로 보기',
  answer: '모든 차이, JSON',
} as const;

export const pinnedRules = { name: '다이제스트의 줄', was: '전', now: '현재' } as const;

export const pinnedLink = {
  copy: '고정 주소 복사',
  copied: '고정 주소 복사됨',
  term: '고정 주소',
  hint: '이 수치의 다이제스트가 적힌 주소입니다. 나중에 데이터가 바뀌면 그 페이지에서 무엇이 바뀌었는지 알리고 당시 그대로 보여 줍니다.',
} as const;
