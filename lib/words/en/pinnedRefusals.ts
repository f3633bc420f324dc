/** Why an address with a digest is not answered by the API. */

export const noDigestInAddress = 'the address names no digest; add digest=sha256:… as a page’s pinned address has it';

/** Of a picture or a bundle, which show the window. */
export const digestOfMinuteAlone =
  'the digest in this address is of its minute, and the window reaches days that it does not name; give a window within the day of the minute, or the digest of the window as its picture prints it';

export const figuresChanged =
  'the figures of this address no longer have the digest that it names; GET /api/v1/pinned with the same path and query says what changed, and without digest= the address means what is stored now';
