import type { ColumnsFlaw } from '../../api/columns/bytes';

export function columnsFlaw(flaw: ColumnsFlaw): string {
  switch (flaw.kind) {
    case 'not-columns':
      return '열 데이터가 아님';
    case 'version':
      return `열 데이터 버전 ${String(flaw.version)}: 이 페이지가 알지 못하는 버전`;
    case 'length':
      return `열 데이터의 길이는 ${String(flaw.came)}바이트이나 표기된 길이는 ${String(flaw.said)}바이트임`;
    case 'checksum':
      return '열 데이터가 전송 중에 바뀜: 체크섬이 다름';
    case 'content':
      return `열 데이터가 서로 맞지 않음 (${flaw.part})`;
  }
}
