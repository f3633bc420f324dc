import { isValidElement, type JSX, type ReactElement, type ReactNode } from 'react';

/** What a test looks for: a component, or the name of an HTML element. */
type Type = string | ((props: never) => ReactNode);

type PropsOf<T extends Type> = T extends (props: infer Props) => ReactNode
  ? Props
  : T extends keyof JSX.IntrinsicElements
    ? JSX.IntrinsicElements[T]
    : never;

const childrenOf = (node: ReactNode): readonly ReactNode[] => {
  if (Array.isArray(node)) return node as readonly ReactNode[];
  return isValidElement<{ children?: ReactNode }>(node) ? [node.props.children] : [];
};

/** Every element of one type among what a component returned, in reading order, without rendering what lies inside components. */
export function elementsOf<T extends Type>(node: ReactNode, type: T): readonly ReactElement<PropsOf<T>>[] {
  const here = isValidElement<PropsOf<T>>(node) && node.type === type ? [node] : [];
  return [...here, ...childrenOf(node).flatMap((child) => elementsOf(child, type))];
}
