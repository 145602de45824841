import { describe, expect, it } from "vitest";
import { sankey } from "./sankey";

const SIZE = { width: 210, height: 100, bar: 10, gap: 10 };
const LINKS = [
  { layer: 0, from: "a", to: "b", value: 30 },
  { layer: 0, from: "a", to: "c", value: 60 },
  { layer: 1, from: "b", to: "d", value: 20 },
];

describe("flows between columns", () => {
  it("are on one scale: bars as tall as what goes through them", () => {
    const { nodes } = sankey(LINKS, SIZE);
    const height = (key: string) => nodes.find((node) => node.key === key)?.height;
    expect(nodes.map(({ layer, key, value }) => [layer, key, value])).toEqual([[0, "a", 90], [1, "c", 60], [1, "b", 30], [2, "d", 20]]);
    expect(height("a")).toBeCloseTo(90);
    expect(height("c")).toBeCloseTo(60);
    expect(nodes.map(({ x }) => x)).toEqual([0, 100, 100, 200]);
  });

  it("keep the order they are given", () => {
    expect(sankey(LINKS, SIZE, ["b", "c"]).nodes.filter(({ layer }) => layer === 1).map(({ key }) => key)).toEqual(["b", "c"]);
  });

  it("leave out what is empty, and draw nothing for nothing", () => {
    expect(sankey([{ layer: 0, from: "a", to: "b", value: 0 }], SIZE)).toEqual({ nodes: [], ribbons: [] });
    expect(sankey(LINKS, SIZE).ribbons).toHaveLength(3);
  });
});
