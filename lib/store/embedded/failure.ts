/** The server that comes along cannot be used; its message is one line for people, with the mend. */
export class EmbeddedFailure extends Error {}
