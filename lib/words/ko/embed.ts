export const embedded = {
  source: (venues: string): string => `출처: ${venues}의 1분 캔들, Plumbline 저장.`,
  open: 'Plumbline에서 보기',
  nothing: '이 주소의 데이터가 저장되어 있지 않습니다.',
} as const;
