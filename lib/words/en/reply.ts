/** No reply with such a hash. */
export const replyUnknown = (asset: string): string =>
  `no ${asset} reply has this SHA-256; /api/v1/coverage/replies?asset=${asset} lists the stored replies`;

/** The reply is known, its bytes are not stored. */
export const replyBytesGone = (asset: string): string =>
  `the address, time and SHA-256 of this ${asset} reply are stored, but not its bytes; set PLUMBLINE_REPLIES=all to store them from now on`;
