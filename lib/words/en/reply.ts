/** No reply with such a hash. */
export const replyUnknown = (asset: string): string =>
  `no reply of ${asset} has this SHA-256; /api/v1/coverage/replies?asset=${asset} lists those that are stored`;

/** The reply is known, its bytes are not stored. */
export const replyBytesGone = (asset: string): string =>
  `the address, time and SHA-256 of this reply of ${asset} are stored, its bytes are not: PLUMBLINE_REPLIES=all stores them from now on`;
