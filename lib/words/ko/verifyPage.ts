import { codeOf } from '../typed';
import { count, utc } from './numbers';

export const verifyHead = {
  title: '그림 또는 묶음 확인',
  lead: 'Plumbline이 만든 그림(PNG 또는 JPEG)이나 묶음(ZIP)을 선택하십시오. 서명을 확인하고 그 내용을 여기에 저장된 데이터와 비교합니다.',
  kept: '파일은 이 기기에 남습니다. 브라우저가 직접 파일을 읽고 해시를 계산하며, 이 사이트에는 파일에 있는 주소만 보냅니다.',
} as const;

export const filePicker = {
  label: '확인할 파일',
  drop: '파일을 여기에 놓거나',
  dropNow: '놓으면 확인합니다',
  choose: '파일 선택',
  another: '다른 파일 확인',
  limit: (mostMb: number): string => `PNG, JPEG 또는 ZIP, 최대 ${String(mostMb)} MB`,
  get noScript(): string {
    return `브라우저가 파일을 읽으려면 스크립트가 필요합니다. 없으면 ${codeOf('verify FILE')} 명령을 사용하십시오.`;
  },
} as const;

export const verifyStages = {
  reading: (file: string): string => `${file} 읽는 중…`,
  comparing: '저장된 데이터와 비교하는 중…',
  progress: '비교 진행 상황',
} as const;

export const unreadableFile = {
  empty: '빈 파일입니다. 그림(PNG 또는 JPEG)이나 묶음(ZIP)을 선택하십시오.',
  'file-too-large': 'Plumbline의 어떤 그림이나 묶음보다 큰 파일입니다. 내보낸 그대로의 파일을 선택하십시오.',
  neither: 'PNG, JPEG, ZIP 가운데 어느 것도 아닙니다. 그림을 PNG 또는 JPEG로 저장해 다시 선택하십시오.',
  damaged: '손상되었거나 잘린 파일입니다. 보낸 사람에게서 다시 받으십시오.',
  'too-large': '그림의 화소가 여기서 읽을 수 있는 수보다 많습니다. 더 작게 저장해 다시 선택하십시오.',
  pack: 'ZIP은 증거물 모음입니다. 압축을 풀고 증거물의 `picture.png`를 선택하십시오. 전체를 확인하는 방법은 그 안의 `README.txt`에 있습니다.',
  'unpacks-large': '압축을 풀면 Plumbline의 어떤 묶음보다 큽니다. 보낸 사람에게서 다시 받으십시오.',
  names: 'Plumbline의 묶음에 없는 이름의 파일이 들어 있습니다. 보낸 사람에게서 다시 받으십시오.',
  'packed-otherwise': 'Plumbline의 묶음과 다른 방식으로 압축된 ZIP입니다. 내보낸 그대로의 파일을 받으십시오.',
  get here(): string {
    return `이 브라우저에서는 파일을 읽을 수 없습니다. 최신 브라우저 또는 ${codeOf('verify FILE')} 명령을 사용하십시오.`;
  },
} as const;

export const verdictWords = {
  identical: {
    name: '동일',
    says: '지금도 같은 주소에서 같은 데이터와 같은 화소가 나옵니다.',
    next: '주소를 열면 분마다의 값과 출처, 거래소에 같은 분을 요청하는 방법을 볼 수 있습니다.',
  },
  'same-data': {
    name: '같은 데이터',
    says: '지금도 같은 주소에서 같은 데이터가 나옵니다. 이 사이트는 다른 화소로 그립니다. 버전이나 참고가 다릅니다.',
    next: '주소를 열면 같은 데이터를 지금의 모습으로 볼 수 있습니다. 파일의 화소는 서명이 보증합니다.',
  },
  changed: {
    name: '지금은 다른 데이터',
    says: '여기에 저장된 캔들은 파일을 만든 캔들과 다릅니다.',
    next: '파일을 만든 값이 여기에 남아 있으면, 지금 저장된 값과 아래에서 비교하십시오.',
  },
  parameters: {
    name: '다른 설정',
    says: '이 사이트는 다른 설정으로 이 주소를 계산합니다. 산출 방법의 버전, 자산 목록 또는 다른 이름의 목록이 다릅니다.',
    next: '아래에서 설정을 비교하고, 주소를 열어 지금의 설정에 따른 결과를 보십시오.',
  },
  'not-compared': {
    name: '비교하지 못함',
    says: '저장된 데이터와는 비교할 수 없었습니다.',
    next: '파일에 표시된 주소의 사이트에서 확인하십시오.',
  },
  'unknown-signer': {
    name: '알 수 없는 서명자',
    says: '서명은 파일과 일치합니다. 그 키는 이 사이트의 키가 아닙니다.',
    next: '파일을 보낸 사람이 아니라 파일에 표시된 주소의 사이트에서 키 목록을 받아, 거기에 이 키가 있는지 확인하십시오.',
  },
  altered: {
    name: '변경됨',
    says: '파일이 서명된 내용과 다릅니다.',
    next: '내보낸 그대로의 파일을 받으십시오. 다른 점은 아래에 나옵니다. 누가 왜 변경했는지는 나타나지 않습니다.',
  },
  unsealed: {
    name: '서명 없음',
    says: '파일에 Plumbline 그림의 내용이 있으나 서명이 없습니다.',
    next: '이 파일을 보증하는 것이 없습니다. 주소를 열어 데이터의 내용을 보십시오.',
  },
  copy: {
    name: '서명 없는 사본',
    says: '그림의 QR 코드에 화면의 주소가 있습니다. 메신저나 화면 저장이 이런 사본을 만듭니다. 사본의 화소는 비교할 수 없습니다.',
    next: '주소를 열어 그림을 화면과 비교하거나, 내보낸 그대로의 파일을 받으십시오.',
  },
  'not-ours': {
    name: '인식되지 않음',
    says: '파일에 그림의 내용도, 서명도, 화면의 QR 코드도 없습니다.',
    next: '그림이 잘렸거나 많이 작아졌다면, 내보낸 그대로의 파일을 받으십시오.',
  },
} as const;

export const verdictGroups = {
  unaltered: '알려진 키의 서명이 있으며, 그 뒤로 파일에서 변경된 것이 없습니다.',
  otherwise: '그 밖의 경우',
} as const;

export const verdictReasons = {
  address: '이 버전은 그 주소를 읽을 수 없습니다.',
  'not-stored': '그 주소의 데이터가 여기에 저장되어 있지 않거나, 일부 거래소의 데이터가 없습니다.',
  failed: '그 주소를 계산할 수 없었습니다.',
  'no-digest-text': '파일에 다이제스트의 원문이 없어 변경된 내용을 밝힐 수 없습니다.',
  'later-seal': '서명이 더 나중 버전의 것입니다.',
  'other-prices': '그림과 이 사이트 가운데 한쪽은 모의 가격이고 다른 쪽은 실제 가격입니다.',
  'older-digest':
    '파일에 다이제스트의 원문이 없고 다이제스트가 이전 버전의 것일 수 있어, 데이터에 대해서는 알 수 없습니다.',
  'beside-rows': '파일에 있는 행은 서로 같습니다. 변경된 것은 파일에 해시만 있는 그 밖의 수치입니다.',
} as const;

export const verdictFacts = {
  label: '확인된 내용',
  next: '다음에 할 일',
  file: '파일',
  readAs: { picture: '그림으로 읽음', bundle: '묶음으로 읽음' },
  address: '주소',
  open: '화면 열기',
  now: '지금의 화면',
  key: '키',
  keyInUse: (created: string): string => `${utc(created)} UTC부터 사용`,
  keyRetired: (created: string, retired: string): string => `${utc(created)} ~ ${utc(retired)} UTC 사용`,
  keys: '이 사이트의 키',
  digest: '다이제스트',
  digestThen: '파일의 다이제스트',
  digestNow: '지금의 다이제스트',
} as const;

export const alteredWords = {
  title: '서명된 내용과 다른 것',
  seal: '서명된 내용과 서명이 서로 맞지 않습니다.',
  pixels: '화소가 서명된 화소와 다릅니다.',
  name: '항목 또는 파일',
  sealed: '서명된 값',
  found: '파일의 값',
  nothing: '없음',
} as const;

export const parameterWords = {
  title: '서로 다른 설정',
  name: '설정',
  was: '그림',
  now: '이 사이트',
} as const;

export const changeWords = {
  title: '변경된 내용',
  field: '값',
  was: '그때',
  now: '지금',
  none: '없음',
  row: '행',
  moreRows: (rows: number): string => `${count(rows)}행 더 보기`,
  rowAdded: '파일에는 없고 지금 여기에 있습니다.',
  rowGone: '파일에는 있고 지금 여기에 없습니다.',
} as const;

export const stampWords = {
  title: '타임스탬프',
  lead: '타임스탬프 기관이 자체 시계의 시각에 해시가 있었음을 서명한 것입니다(RFC 3161). 누가 파일을 만들었는지, 가격이 맞는지는 말하지 않습니다.',
  stamped: (time: string, authority: string): string => `${time} UTC, ${authority}의 타임스탬프.`,
  covers: {
    seal: '정확히 이 그림의 서명에 대한 것이며, 기관의 서명이 유효합니다.',
    manifest: '정확히 이 묶음의 목록에 대한 것이며, 기관의 서명이 유효합니다.',
  },
  trusted: '이 사이트가 인정하는 인증서가 이 기관을 보증합니다.',
  unknown:
    '기관의 인증서가 이 사이트가 인정하는 인증서 가운데 없습니다. 기관에 문제가 있다는 뜻은 아닙니다. 기관의 사이트에서 루트 인증서를 받으십시오.',
  certificates: {
    valid: '인증서는 그 시각에 유효했고 지금도 유효합니다.',
    expired: '인증서는 그 시각에 유효했으며 그 뒤 만료되었습니다.',
    'not-then': '인증서는 그 시각에 유효하지 않았습니다.',
    'other-use': '타임스탬프용 인증서가 아닙니다.',
  },
  faults: {
    unreadable: 'RFC 3161의 타임스탬프가 아닙니다.',
    refused: '기관이 타임스탬프를 거부했습니다.',
    'other-bytes': '다른 바이트에 대한 타임스탬프입니다.',
    'other-request': '다른 요청에 대한 응답입니다.',
    'no-certificate': '서명에 쓰인 인증서가 들어 있지 않습니다.',
    signature: '타임스탬프의 서명이 유효하지 않습니다.',
    get unchecked(): string {
      return `정확히 이 바이트에 대한 것입니다. 보안 연결이 아니면 서명을 확인할 수 없습니다. ${codeOf('verify FILE')} 명령을 사용하십시오.`;
    },
  },
} as const;

export const allVerdicts = {
  title: '결과의 의미',
  get lead(): string {
    return `모든 파일에 이 가운데 하나가 나옵니다. ${codeOf('verify')} 명령의 결과도 같습니다.`;
  },
} as const;
