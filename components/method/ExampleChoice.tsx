import Form from 'next/form';
import { CHOICE } from '@/lib/words/en/method/page';

interface Props {
  readonly assets: readonly { readonly asset: string; readonly name: string }[];
  /** What is worked out now. */
  readonly asset: string;
  readonly minute: string;
}

/** Any other minute of any stored asset, worked out in the same way: the address then carries it. */
export function ExampleChoice({ assets, asset, minute }: Props) {
  return (
    <Form action="/method" scroll={false} className="flex flex-wrap items-end gap-3">
      <label className="grid gap-1">
        <span className="label">{CHOICE.asset}</span>
        <select name="asset" defaultValue={asset} className="field">
          {assets.map((one) => (
            <option key={one.asset} value={one.asset}>
              {one.name}
            </option>
          ))}
        </select>
      </label>
      <label className="grid gap-1">
        <span className="label">{CHOICE.minute}</span>
        <input
          name="minute"
          defaultValue={minute.slice(0, 16).replace('T', ' ')}
          className="field w-[11.5rem] tabular-nums"
          spellCheck={false}
        />
      </label>
      <button type="submit" className="button">
        {CHOICE.submit}
      </button>
    </Form>
  );
}
