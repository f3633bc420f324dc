export const connection = {
  unreachable: (address: string): string => `서버가 응답하지 않습니다 (${address}); 서버가 실행 중인지 확인하십시오`,
  brokenOff: (address: string): string => `서버 응답이 중간에 끊겼습니다 (${address}); 서버가 실행 중인지 확인하십시오`,
  notJson: (address: string, status: number): string =>
    `${address}의 응답(${String(status)})이 JSON이 아닙니다; 이 주소가 Plumbline 주소인지 확인하십시오`,
  unknownLines: (address: string): string =>
    `${address}의 응답 형식을 이 페이지가 알지 못합니다; 페이지를 새로 고치십시오`,
  unknownShape: (address: string, flaw: string): string =>
    `${address}의 응답 형식을 이 페이지가 알지 못합니다 (${flaw}); 페이지를 새로 고치십시오`,
  status: (address: string, status: number): string => `${address}의 응답: ${String(status)}`,
} as const;

export const failures = {
  unreachable: '서버에 연결할 수 없습니다. 연결을 확인한 다음 페이지를 새로 고치십시오.',
  unreadable:
    '이 페이지가 읽을 수 없는 응답을 서버에서 받았습니다. 페이지를 새로 고치고, 그래도 안 되면 몇 분 뒤에 다시 시도하십시오.',
} as const;
