export const packPage = {
  title: '중재용 증거물',
  lead: '여러 화면을 파일 하나로 묶습니다. 화면마다 번호가 붙은 폴더에 자료 묶음이 들어가고, 목록과 화면마다 2쪽인 PDF, 사람이 작성하는 확인서가 함께 있습니다. 모든 내용은 이 사이트 없이 확인할 수 있습니다. 목록은 이 페이지의 주소에 있으며 아무것도 저장되지 않습니다.',
  list: '증거물',
  none: '아직 증거물이 없습니다. 자산이나 분의 주소를 추가하십시오.',
  add: '추가할 주소',
  addHint: '한 줄에 하나씩: 기간이 있는 자산의 주소, 분의 주소, 짧은 링크.',
  addButton: '추가',
  download: '증거물 내려받기',
  language: '글의 언어',
  zone: '함께 표시할 시간대',
  missing: '증거물이 되지 않음',
} as const;

export const exhibitLinks = {
  earlier: (number: number): string => `증거물 ${String(number)} 위로 옮기기`,
  later: (number: number): string => `증거물 ${String(number)} 아래로 옮기기`,
  remove: (number: number): string => `증거물 ${String(number)} 지우기`,
} as const;

export const packProblems = {
  tooLong: (days: number, mostDays: number): string =>
    `기간이 ${String(days)}일입니다. 증거물은 최대 ${String(mostDays)}일입니다`,
  tooMany: (count: number, most: number): string =>
    `증거물 ${String(count)}개는 한 번에 묶을 수 없습니다. 최대 ${String(most)}개까지 지정하십시오`,
  none: '증거물이 없습니다. 자산이나 분의 주소를 `view=…`로 추가하십시오',
} as const;
