import { Sentence } from '../frame/Dated';

/** What was found of the venues of a window. */
export const Title = ({ children }: { readonly children: string }) => (
  <h1 className="max-w-[60ch] finding">
    <Sentence>{children}</Sentence>
  </h1>
);
