import { count } from './numbers';

export const bookChanges = {
  title: '변경된 내용',
  minute: '분, UTC',
  before: '전',
  now: '현재',
  roles: { 'underlying-market': '기초 자산', 'rate-market': '환산율용' },
  added: '이전 수치에는 없습니다.',
  gone: '이전 수치에만 있습니다.',
  unknown:
    '서로 다릅니다. 거슬러 볼 수 있는 이전 상태 가운데 다이제스트의 해시와 같은 것이 없어 분을 밝힐 수 없습니다.',
  minutes: (minutes: number): string => `${count(minutes)}분 다름`,
  more: (minutes: number): string => `${count(minutes)}분 더 보기`,
} as const;
