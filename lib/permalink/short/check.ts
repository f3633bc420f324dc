/** Two bytes that tell a code cut short or mistyped from a whole one: CRC-16/CCITT-FALSE (polynomial 0x1021, begun with 0xFFFF). */
export function checkOf(bytes: readonly number[]): readonly [high: number, low: number] {
  let crc = 0xffff;
  for (const byte of bytes) {
    crc ^= byte << 8;
    for (let bit = 0; bit < 8; bit += 1)
      crc = (crc & 0x8000) === 0 ? (crc << 1) & 0xffff : ((crc << 1) ^ 0x1021) & 0xffff;
  }
  return [crc >> 8, crc & 0xff];
}
