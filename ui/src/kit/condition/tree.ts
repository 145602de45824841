/** A condition as it is edited: groups of statements. A statement keeps the body that the document gives it, so that
 * whatever the builder has no fields for comes out as it went in. */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
export type Body = { [key: string]: Json };
export type GroupKind = "all" | "any" | "none";
export const GROUPS: readonly GroupKind[] = ["all", "any", "none"];

export interface Leaf {
  id: string;
  /** The statement's name in the document; "" for something that has none, which `body.raw` keeps. */
  key: string;
  body: Body;
}

export interface Group {
  id: string;
  kind: GroupKind;
  parts: Node[];
}

export type Node = Leaf | Group;

/** `bare`: one statement alone is written without a group around it. */
export interface Tree {
  root: Group;
  bare: boolean;
}

let made = 0;
/** A name that no other part has. */
export const fresh = (): string => `part-${(made += 1)}`;

export const isGroup = (node: Node): node is Group => "parts" in node;
export const isBody = (value: unknown): value is Body => typeof value === "object" && value !== null && !Array.isArray(value);
export const leaf = (key: string, body: Body = {}): Leaf => ({ id: fresh(), key, body });
export const group = (kind: GroupKind, parts: Node[] = []): Group => ({ id: fresh(), kind, parts });
export const nothing = (): Tree => ({ root: group("all"), bare: true });

/** The condition of a document; nothing for anything else. */
export function read(document: unknown): Tree {
  const condition = isBody(document) ? document.condition : undefined;
  if (condition === undefined || condition === null) return nothing();
  const node = readNode(condition);
  return isGroup(node) ? { root: node, bare: false } : { root: group("all", [node]), bare: true };
}

/** The document of a text, such as one in an address; null for anything that is none. */
export function documentOf(text: string | undefined): Body | null {
  try {
    const read: unknown = JSON.parse(text ?? "null");
    return isBody(read) ? read : null;
  } catch {
    return null; // an address may hold anything
  }
}

function readNode(value: Json): Node {
  const [key, ...others] = isBody(value) ? Object.keys(value) : [];
  const inner = isBody(value) && key !== undefined ? value[key] : undefined;
  if (key === undefined || others.length > 0) return leaf("", { raw: value });
  const kind = GROUPS.find((each) => each === key);
  if (kind && Array.isArray(inner)) return group(kind, inner.map(readNode));
  return isBody(inner) ? leaf(key, inner) : leaf("", { raw: value });
}

export interface Written {
  document: Body | null;
  /** Which part stands at a place of the document, such as `condition.all[1]`. */
  places: Map<string, string>;
}

/** The document of a condition, of all its statements or of those that are fit; null when there are none. */
export function write({ root, bare }: Tree, fit: (leaf: Leaf) => boolean = () => true): Written {
  const places = new Map<string, string>();
  const kept = pruned(root, fit);
  const only = kept?.parts[0];
  if (!kept || !only) return { document: null, places };
  const alone = bare && kept.kind === "all" && kept.parts.length === 1 && !isGroup(only);
  const condition = writeNode(alone ? only : kept, "condition", places);
  if (alone) places.set("condition", only.id);
  return { document: { version: 1, condition }, places };
}

function pruned(node: Group, fit: (leaf: Leaf) => boolean): Group | null {
  const parts = node.parts.flatMap((part) => (isGroup(part) ? (pruned(part, fit) ?? []) : fit(part) ? part : []));
  return parts.length > 0 ? { ...node, parts } : null;
}

function writeNode(node: Node, at: string, places: Map<string, string>): Json {
  places.set(at, node.id);
  if (isGroup(node)) return { [node.kind]: node.parts.map((part, i) => writeNode(part, `${at}.${node.kind}[${i}]`, places)) };
  return node.key === "" ? (node.body.raw ?? null) : { [node.key]: node.body };
}

/** The part at a place, or the one that holds the place. */
export function partAt(places: Map<string, string>, at: string): string | undefined {
  let found: string | undefined;
  let longest = -1;
  for (const [place, id] of places) {
    const holds = at === place || at.startsWith(`${place}.`);
    if (holds && place.length > longest) [found, longest] = [id, place.length];
  }
  return found;
}

/** Every statement, from the top down. */
export function leaves(node: Node): Leaf[] {
  return isGroup(node) ? node.parts.flatMap(leaves) : [node];
}

/** Where a part stands: its group and its place in it. */
export function where(root: Group, id: string): { parent: Group; at: number } | null {
  const at = root.parts.findIndex((part) => part.id === id);
  if (at >= 0) return { parent: root, at };
  for (const part of root.parts) {
    const found = isGroup(part) ? where(part, id) : null;
    if (found) return found;
  }
  return null;
}

/** How many groups there are around a part, the whole counting as one. */
export function depth(root: Group, id: string): number {
  const found = where(root, id);
  return found === null ? 0 : found.parent.id === root.id ? 1 : 1 + depth(root, found.parent.id);
}

export const holds = (node: Node, id: string): boolean => node.id === id || (isGroup(node) && node.parts.some((part) => holds(part, id)));

export function change(node: Group, id: string, to: (part: Node) => Node): Group {
  if (node.id === id) return to(node) as Group;
  return { ...node, parts: node.parts.map((part) => (part.id === id ? to(part) : isGroup(part) && holds(part, id) ? change(part, id, to) : part)) };
}

export function insert(root: Group, parent: string, at: number, part: Node): Group {
  return change(root, parent, (found) => (isGroup(found) ? { ...found, parts: [...found.parts.slice(0, at), part, ...found.parts.slice(at)] } : found));
}

/** Without a part; groups that are then empty go too, and a group of one that says no more than its part. */
export function remove(root: Group, id: string): Group {
  return tidied({ ...root, parts: without(root.parts, id) });
}

function without(parts: Node[], id: string): Node[] {
  return parts.filter((part) => part.id !== id).map((part) => (isGroup(part) && holds(part, id) ? { ...part, parts: without(part.parts, id) } : part));
}

function tidied(root: Group): Group {
  return { ...root, parts: root.parts.flatMap(tidy) };
}

function tidy(part: Node): Node[] {
  if (!isGroup(part)) return [part];
  const parts = part.parts.flatMap(tidy);
  if (parts.length === 0) return [];
  return parts.length === 1 && part.kind !== "none" ? parts : [{ ...part, parts }];
}
