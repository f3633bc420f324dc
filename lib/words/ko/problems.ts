export const noDataPage = { title: '데이터 없음' } as const;

export const notFoundWords = {
  title: '찾을 수 없음',
  heading: '이 주소에는 데이터가 없습니다',
  leadAsset: '주소는 자산(예:',
  leadMinute: ')이나 그 자산의 특정 시각(예:',
  leadReason: ')을 가리킵니다. 이 주소는 데이터가 없는 자산이나 올바르지 않은 날짜를 가리킵니다.',
  assets: '이용 가능한 자산:',
} as const;

export const errorWords = {
  heading: '이 페이지를 불러올 수 없습니다',
  causeDatabase: '데이터베이스가 응답하지 않거나(시작 명령:',
  causeInternal: (digest: string | undefined): string =>
    `) 내부 오류가 발생했습니다. 서버 로그${digest === undefined ? '' : `의 ${digest} 항목`}에서 확인하십시오.`,
  retry: '다시 시도',
  wholeHeading: 'Plumbline에서 이 페이지를 불러올 수 없습니다',
  wholeCause: '서버와 데이터베이스가 실행 중인지 확인하고 다시 시도하십시오. 원인은 서버 로그에 있습니다.',
} as const;

export const brokenAddress = {
  encoding: '400: 이 주소의 퍼센트 인코딩이 잘못되었습니다. 링크 전체를 다시 복사하거나 /에서 시작하십시오.\n',
  short: '400: 이 짧은 주소는 전달되는 동안 잘리거나 바뀌었습니다. 링크 전체를 다시 복사하거나 /에서 시작하십시오.\n',
} as const;
