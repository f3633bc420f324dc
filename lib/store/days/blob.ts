/** Where a value lies in a blob, 1-based as Postgres counts; a length of NULL stands for NULL. */
export interface Place {
  readonly from: number;
  readonly length: number | null;
}

/**
 * Many bytea values in one binary parameter, to be cut out of it by the server: `substring($1::bytea FROM place FOR length)`,
 * which is NULL for a length of NULL. As an array of bytea they would travel as text, twice as long, to be read letter by letter.
 */
export class Blob {
  readonly #parts: Uint8Array[] = [];
  #length = 0;

  add(bytes: Uint8Array | null | undefined): Place {
    const from = this.#length + 1;
    if (bytes === null || bytes === undefined) return { from, length: null };
    this.#parts.push(bytes);
    this.#length += bytes.length;
    return { from, length: bytes.length };
  }

  bytes(): Buffer {
    return Buffer.concat(this.#parts, this.#length);
  }
}
