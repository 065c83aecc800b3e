import {
  attributesOf,
  childElements,
  rootElement,
  textContent,
  type XmlElement,
} from '../src/xlsx/xml';
import { decodeEntities } from '../src/xlsx/xml-text';

/** An element as rules ask for it; names are local. */
export interface Node {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly text: string;
  readonly children: readonly Node[];
}

function nodeOf(xml: string, element: XmlElement): Node {
  const { tag, inner } = element;
  return {
    name: tag.name,
    attributes: Object.fromEntries(
      [...attributesOf(xml, tag)].map(({ prefix, name, value }) => [
        prefix + name,
        decodeEntities(xml.slice(value.start, value.end)),
      ]),
    ),
    text: textContent(xml, inner).trim(),
    children: [...childElements(xml, inner)].map((child) => nodeOf(xml, child)),
  };
}

/** @throws Failure `xml-damaged` where the text is no well-formed XML. */
export const readTree = (xml: string): Node => nodeOf(xml, rootElement(xml));

export function* allNodes(node: Node): Generator<Node> {
  yield node;
  for (const child of node.children) yield* allNodes(child);
}

export const childrenNamed = (node: Node, name: string): Node[] =>
  node.children.filter((child) => child.name === name);

export const childNamed = (node: Node | null, name: string): Node | null =>
  node?.children.find((child) => child.name === name) ?? null;

export const nodesNamed = (node: Node, name: string): Node[] =>
  [...allNodes(node)].filter((one) => one.name === name);
