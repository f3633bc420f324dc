const REFLECTED = 0xedb8_8320;
/** Bytes taken at once. */
const TOGETHER = 4;

/** What a byte does to the checksum that many bytes later: 256 places for each of TOGETHER. */
const TABLE = tables();

function tables(): Int32Array {
  const out = new Int32Array(TOGETHER * 256);
  for (let byte = 0; byte < 256; byte += 1) {
    let crc = byte;
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? REFLECTED ^ (crc >>> 1) : crc >>> 1;
    out[byte] = crc;
  }
  for (let at = 256; at < out.length; at += 1) {
    const before = out[at - 256] as number;
    out[at] = (out[before & 0xff] as number) ^ (before >>> 8);
  }
  return out;
}

/** The CRC-32 of zip and PNG (polynomial 0x04C11DB7, reflected; RFC 1952, section 8), four bytes at once: a browser has none of its own. */
export function crc32(bytes: Uint8Array): number {
  const table = TABLE;
  const whole = bytes.length - (bytes.length % TOGETHER);
  let crc = -1;
  let at = 0;
  for (; at < whole; at += TOGETHER) {
    crc ^=
      (bytes[at] as number) |
      ((bytes[at + 1] as number) << 8) |
      ((bytes[at + 2] as number) << 16) |
      ((bytes[at + 3] as number) << 24);
    crc =
      (table[768 + (crc & 0xff)] as number) ^
      (table[512 + ((crc >>> 8) & 0xff)] as number) ^
      (table[256 + ((crc >>> 16) & 0xff)] as number) ^
      (table[crc >>> 24] as number);
  }
  for (; at < bytes.length; at += 1) crc = (table[(crc ^ (bytes[at] as number)) & 0xff] as number) ^ (crc >>> 8);
  return ~crc >>> 0;
}
