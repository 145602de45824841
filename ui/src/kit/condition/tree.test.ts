import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { missing } from "./kinds";
import { grouped, moved, placed } from "./moving";
import { type Body, depth, type Group, group, isGroup, leaf, leaves, partAt, read, remove, type Tree, where, write } from "./tree";

const EXAMPLES = join(import.meta.dirname, "../../../../examples/conditions");
const documents = readdirSync(EXAMPLES).filter((name) => name.endsWith(".json")).map((name) => JSON.parse(readFileSync(join(EXAMPLES, name), "utf8")) as Body);
const doc = (condition: Body): Body => ({ version: 1, condition });
const did = (event: string): Body => ({ did: { event } });
const shape = (node: Group): unknown => ({ [node.kind]: node.parts.map((part) => (isGroup(part) ? shape(part) : part.key)) });

const [a, b, c] = [leaf("a"), leaf("b"), leaf("c")];
const inner = group("any", [b, c]);
const root = group("all", [a, inner]);

describe("a condition", () => {
  it("comes out as it went in", () => {
    expect(documents.length).toBeGreaterThan(5);
    for (const document of documents) expect(write(read(document)).document).toEqual(document);
    const odd = doc({ all: [{ orbit: { around: "sun" } }, { a: 1, b: 2 }, { none: [did("x")] }] });
    expect(write(read(odd)).document).toEqual(odd);
  });

  it("alone stands without a group, and keeps one that was written", () => {
    expect(write(read(doc(did("x")))).document).toEqual(doc(did("x")));
    expect(write(read(doc({ all: [did("x")] }))).document).toEqual(doc({ all: [did("x")] }));
    expect(write(read(null))).toEqual({ document: null, places: new Map() });
  });

  it("is written without what is not finished, and says where the rest stands", () => {
    const tree: Tree = { root: group("all", [leaf("did", { event: "x" }), leaf("did", {}), leaf("did", { event: "y" })]), bare: true };
    const { document, places } = write(tree, (each) => missing(each) === null);
    expect(document).toEqual(doc({ all: [did("x"), did("y")] }));
    expect(partAt(places, "condition.all[1].did.event")).toBe(tree.root.parts[2]?.id);
    expect(partAt(places, "condition.all[1]")).toBe(tree.root.parts[2]?.id);
    expect(partAt(places, "")).toBeUndefined();
  });

  it("has every example finished", () => {
    for (const document of documents) expect(leaves(read(document).root).map(missing)).not.toContain("happening");
    for (const document of documents) expect(leaves(read(document).root).map(missing).filter((each) => each !== null)).toEqual([]);
  });
});

describe("moving", () => {
  it("goes up and down and through the sides of groups", () => {
    expect(shape(moved(root, c.id, "up"))).toEqual({ all: ["a", { any: ["c", "b"] }] });
    expect(shape(moved(root, b.id, "up"))).toEqual({ all: ["a", "b", "c"] });
    expect(shape(moved(root, inner.id, "up"))).toEqual({ all: [{ any: ["b", "c"] }, "a"] });
    expect(moved(root, a.id, "up")).toBe(root);
  });

  it("goes into the group beside it, or makes one", () => {
    expect(shape(moved(root, a.id, "into"))).toEqual({ all: [{ any: ["a", "b", "c"] }] });
    expect(shape(moved(group("all", [a, b]), b.id, "into"))).toEqual({ all: [{ any: ["a", "b"] }] });
    expect(shape(moved(group("any", [a, b]), a.id, "into"))).toEqual({ any: [{ all: ["a", "b"] }] });
  });

  it("goes out, and a group of one dissolves", () => {
    expect(shape(moved(root, c.id, "out"))).toEqual({ all: ["a", "b", "c"] });
    expect(moved(root, a.id, "out")).toBe(root);
  });

  it("drops onto another part or between parts, but never into itself", () => {
    expect(shape(grouped(root, c.id, a.id))).toEqual({ all: [{ any: ["a", "c"] }, "b"] });
    expect(shape(placed(root, a.id, inner.id, 1))).toEqual({ all: [{ any: ["b", "a", "c"] }] });
    expect(placed(root, inner.id, inner.id, 0)).toBe(root);
    expect(grouped(root, inner.id, b.id)).toBe(root);
  });

  it("loses nothing, wherever it goes", () => {
    for (const id of [a.id, b.id, c.id]) {
      for (const way of ["up", "down", "into", "out"] as const) {
        const after = moved(root, id, way);
        expect(leaves(after).map((each) => each.key).sort()).toEqual(["a", "b", "c"]);
        expect(where(after, id)).not.toBeNull();
      }
    }
    expect(depth(root, b.id)).toBe(2);
    expect(shape(remove(root, b.id))).toEqual({ all: ["a", "c"] });
  });
});
