import type {
  AddressRefusal,
  AssetTableRefusal,
  FieldRefusal,
  NameRefusal,
  Refusal,
  TimeRefusal,
} from '../domain/refusal';

/** What a language says of each kind of refusal. */
export interface RefusalSayings {
  readonly ofTime: (refusal: TimeRefusal) => string;
  readonly ofName: (refusal: NameRefusal) => string;
  readonly ofField: (refusal: FieldRefusal) => string;
  readonly ofAddress: (refusal: AddressRefusal) => string;
  readonly ofAssetTable: (refusal: AssetTableRefusal) => string;
}

/** A refusal in a language, by its kind. */
export function sayRefusal(
  refusal: Refusal,
  { ofTime, ofName, ofField, ofAddress, ofAssetTable }: RefusalSayings,
): string {
  switch (refusal.kind) {
    case 'not-a-time':
    case 'impossible-time':
    case 'time-out-of-range':
    case 'still-to-come':
    case 'range-end-missing':
    case 'range-reversed':
    case 'range-too-long':
    case 'minute-outside-window':
      return ofTime(refusal);
    case 'not-a-venue':
    case 'not-an-asset':
    case 'not-as-stored':
    case 'not-a-pair':
    case 'not-a-market-choice':
    case 'market-chosen-twice':
    case 'not-a-compared-market':
    case 'compared-count':
      return ofName(refusal);
    case 'not-one-of':
    case 'not-a-reference':
    case 'not-a-resolution':
    case 'not-a-whole-number':
    case 'not-a-peer-count':
    case 'not-a-ratio':
    case 'not-a-digest':
    case 'too-many':
    case 'no-underlying':
    case 'no-peg':
    case 'not-a-bloc':
    case 'no-blocs':
      return ofField(refusal);
    case 'unknown-name':
    case 'given-twice':
    case 'missing-asset':
    case 'query-too-long':
    case 'in-the-path':
    case 'not-a-form':
    case 'not-a-sha256':
      return ofAddress(refusal);
    case 'asset-code':
    case 'asset-twice':
    case 'asset-without-entry':
    case 'underlying-without-entry':
    case 'wraps-itself':
    case 'alias-reversed':
    case 'ticker-ambiguous':
      return ofAssetTable(refusal);
  }
}
