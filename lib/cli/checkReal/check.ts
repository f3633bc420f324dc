/** A figure worked out by other means, and what the product makes of the same data. */
export interface Check {
  readonly name: string;
  readonly wanted: string;
  readonly found: string;
}
