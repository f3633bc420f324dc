import { addressOf, type ParametersOf } from './address';
import { ask, type AnswerOf, type AskOptions, type InJson, type ProgressOptions } from './ask';
import { fileAt, type ApiFile } from './file';
import { OPERATIONS, type Operation, type OperationId } from './operations';

export type { ApiFile } from './file';
export { Refused } from './refused';

type Options<O extends Operation> = O extends { readonly tells: true } ? ProgressOptions : AskOptions;
type Result<O extends Operation> = O extends InJson ? AnswerOf<O> : ApiFile;
type Asked<O extends Operation> =
  Partial<ParametersOf<O>> extends ParametersOf<O>
    ? (parameters?: ParametersOf<O>, options?: Options<O>) => Promise<Result<O>>
    : (parameters: ParametersOf<O>, options?: Options<O>) => Promise<Result<O>>;

/** A method for each address of the API, under its id: what it answers is checked against the contract, and files come as they are. */
export type Plumbline = { readonly [Id in OperationId]: Asked<(typeof OPERATIONS)[Id]> };

/**
 * The API of an instance, for Node 20 and browsers. `origin`: where it stands, such as `https://plumbline.example`; empty: where the page
 * does. Each method throws `Refused`, with one line that names the mend, or what its signal was aborted with. It asks once and waits as
 * long as the server takes: when to give up and whether to ask again is up to the caller.
 */
export function plumbline(origin: string): Plumbline {
  const base = origin.replace(/\/+$/, '');
  const asked =
    (operation: Operation) =>
    (parameters: object = {}, options: ProgressOptions = {}): Promise<unknown> => {
      const address = base + addressOf(operation, parameters as ParametersOf<Operation>);
      return isInJson(operation) ? ask(operation, address, options) : fileAt(address, options);
    };
  return Object.fromEntries(
    Object.entries(OPERATIONS).map(([id, operation]) => [id, asked(operation)]),
  ) as unknown as Plumbline;
}

const isInJson = (operation: Operation): operation is InJson => operation.answer !== undefined;
