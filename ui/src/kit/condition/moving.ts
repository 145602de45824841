import { type Group, type Node, change, group, holds, insert, isGroup, remove, where } from "./tree";

export type Way = "up" | "down" | "into" | "out";

/** A part moved one step: up or down the list, into a group with its neighbour, or out of its group. The same tree when
 * it cannot go that way. */
export function moved(root: Group, id: string, way: Way): Group {
  const found = where(root, id);
  if (!found) return root;
  const { parent, at } = found;
  const part = parent.parts[at] as Node;
  if (way === "out") return parent.id === root.id ? root : beside(root, parent, part, 1);
  if (way === "into") return into(root, parent, at);
  const next = at + (way === "up" ? -1 : 1);
  if (next < 0 || next >= parent.parts.length) return parent.id === root.id ? root : beside(root, parent, part, way === "up" ? 0 : 1);
  const parts = [...parent.parts];
  [parts[at], parts[next]] = [parts[next] as Node, part];
  return change(root, parent.id, (each) => ({ ...each, parts }));
}

/** Out of its group, before it (0) or behind it (1). */
function beside(root: Group, parent: Group, part: Node, side: 0 | 1): Group {
  const place = where(root, parent.id);
  return place ? withoutLater(root, part, (rest) => insert(rest, place.parent.id, place.at + side, part)) : root;
}

function into(root: Group, parent: Group, at: number): Group {
  const part = parent.parts[at] as Node;
  const [before, after] = [parent.parts[at - 1], parent.parts[at + 1]];
  if (before && isGroup(before)) return withoutLater(root, part, (rest) => insert(rest, before.id, before.parts.length, part));
  if (after && isGroup(after)) return withoutLater(root, part, (rest) => insert(rest, after.id, 0, part));
  const other = before ?? after;
  return other ? grouped(root, part.id, other.id) : root;
}

/** Put in first and taken out of its old place then, so that a group that becomes empty does not take its neighbours'
 * places with it. */
function withoutLater(root: Group, part: Node, put: (root: Group) => Group): Group {
  const ghost = { ...part, id: `${part.id}-gone` };
  const marked = change(root, part.id, () => ghost);
  return remove(put(marked), ghost.id);
}

/** Two parts in one new group, at the place of the second; what joins them is what the group around them does not. */
export function grouped(root: Group, id: string, onto: string): Group {
  const [from, to] = [where(root, id), where(root, onto)];
  if (!from || !to || id === onto) return root;
  const [part, target] = [from.parent.parts[from.at] as Node, to.parent.parts[to.at] as Node];
  if (holds(part, onto)) return root;
  const ahead = from.parent.id === to.parent.id && from.at < to.at;
  if (isGroup(target)) return withoutLater(root, part, (rest) => insert(rest, target.id, target.parts.length, part));
  const kind = to.parent.kind === "all" ? "any" : "all";
  return withoutLater(root, part, (rest) => change(rest, onto, () => group(kind, ahead ? [part, target] : [target, part])));
}

/** A part put into a group at a place among its parts. */
export function placed(root: Group, id: string, parent: string, at: number): Group {
  const from = where(root, id);
  const part = from?.parent.parts[from.at];
  return !part || holds(part, parent) ? root : withoutLater(root, part, (rest) => insert(rest, parent, at, part));
}
