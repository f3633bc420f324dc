import type { ReactNode } from 'react';
import { RANKS, SCAN_REFERENCES } from '@/lib/domain/scan';
import { SIDES } from '@/lib/domain/episode';
import { KINDS } from '@/lib/domain/market';
import type { ScanFields } from '@/lib/permalink/scan';

interface Props {
  /** What the address names, as it was typed. */
  readonly fields: ScanFields;
  readonly venues: readonly string[];
  readonly assets: readonly string[];
  /** What was wrong with the address. */
  readonly wrong: string | undefined;
}

const RANK_WORDS: Readonly<Record<(typeof RANKS)[number], string>> = {
  depth: 'depth',
  duration: 'duration',
  area: 'area',
  volume: 'volume in USD',
};
const REFERENCE_WORDS: Readonly<Record<(typeof SCAN_REFERENCES)[number], string>> = {
  others: 'the other venues',
  wrapped: 'the underlying (wrapped assets)',
  peg: 'the peg (pegged assets)',
};
const SIDE_WORDS: Readonly<Record<(typeof SIDES)[number], string>> = { below: 'below only', above: 'above only' };
const DEPTHS = [0.05, 0.1, 0.2, 0.5] as const;
const PEERS = [3, 5, 8] as const;

/** What is looked for. A plain form: the address carries it, and it works before any script has run. */
export function ScanForm({ fields, venues, assets, wrong }: Props) {
  return (
    <form
      method="get"
      action="/scan"
      className="grid grid-cols-2 items-end gap-x-3 gap-y-3 border-y border-rule py-4 sm:grid-cols-3 lg:grid-cols-6"
    >
      <Minute name="from" label="From, UTC" value={fields.from} wrong={wrong} />
      <Minute name="to" label="to, UTC (not included)" value={fields.to} wrong={wrong} />
      <Select name="rank" label="Ranked by" value={fields.rank}>
        {RANKS.map((rank) => (
          <option key={rank} value={rank === 'depth' ? '' : rank}>
            {RANK_WORDS[rank]}
          </option>
        ))}
      </Select>
      <Select name="reference" label="Against" value={fields.reference}>
        {SCAN_REFERENCES.map((reference) => (
          <option key={reference} value={reference === 'others' ? '' : reference}>
            {REFERENCE_WORDS[reference]}
          </option>
        ))}
      </Select>
      <Select name="assets" label="Asset" value={fields.assets}>
        <Any>every one held</Any>
        <Own value={fields.assets} among={assets} />
        {assets.map((asset) => (
          <option key={asset}>{asset}</option>
        ))}
      </Select>
      <Select name="venues" label="Venue" value={fields.venues}>
        <Any>every one held</Any>
        <Own value={fields.venues} among={venues} />
        {venues.map((venue) => (
          <option key={venue}>{venue}</option>
        ))}
      </Select>
      <Select name="kinds" label="Kind" value={fields.kinds}>
        <Any>every kind</Any>
        <Own value={fields.kinds} among={KINDS} />
        {KINDS.map((kind) => (
          <option key={kind}>{kind}</option>
        ))}
      </Select>
      <Select name="side" label="Side" value={fields.side}>
        <Any>below and above</Any>
        {SIDES.map((side) => (
          <option key={side} value={side}>
            {SIDE_WORDS[side]}
          </option>
        ))}
      </Select>
      <Select name="depth" label="At least so deep" value={fields.depth}>
        <Any>from the entry level</Any>
        <Own value={fields.depth} among={DEPTHS.map(String)} />
        {DEPTHS.map((depth) => (
          <option key={depth} value={String(depth)}>
            {String(depth * 100)} %
          </option>
        ))}
      </Select>
      <Select name="peers" label="Other venues at the peak" value={fields.peers}>
        <Any>any number</Any>
        <Own value={fields.peers} among={PEERS.map(String)} />
        {PEERS.map((peers) => (
          <option key={peers} value={String(peers)}>
            {String(peers)} or more
          </option>
        ))}
      </Select>
      {fields.asOf !== undefined && <input type="hidden" name="asOf" value={fields.asOf} />}
      <button type="submit" className="button justify-self-start">
        Show
      </button>
      {wrong !== undefined && (
        <p id="scan-wrong" role="alert" className="col-span-full text-sm text-below">
          {wrong}
        </p>
      )}
    </form>
  );
}

const Any = ({ children }: { readonly children: string }) => <option value="">{children}</option>;

/** What an address names that the list does not have stays chosen. */
const Own = ({ value, among }: { readonly value: string | undefined; readonly among: readonly string[] }) =>
  value === undefined || among.includes(value) ? null : <option value={value}>{value}</option>;

const Select = ({
  name,
  label,
  value,
  children,
}: {
  readonly name: string;
  readonly label: string;
  readonly value: string | undefined;
  readonly children: ReactNode;
}) => (
  <label className="block">
    <span className="label mb-1 block">{label}</span>
    <select name={name} className="field w-full" defaultValue={value ?? ''}>
      {children}
    </select>
  </label>
);

const Minute = ({
  name,
  label,
  value,
  wrong,
}: {
  readonly name: string;
  readonly label: string;
  readonly value: string | undefined;
  readonly wrong: string | undefined;
}) => (
  <label className="block">
    <span className="label mb-1 block">{label}</span>
    <input
      name={name}
      className="field w-full font-mono text-[0.82rem]"
      defaultValue={value?.replace('T', ' ').replace('Z', '')}
      spellCheck={false}
      autoComplete="off"
      placeholder="2025-10-10 00:00"
      aria-invalid={wrong !== undefined}
      aria-describedby={wrong === undefined ? undefined : 'scan-wrong'}
    />
  </label>
);
