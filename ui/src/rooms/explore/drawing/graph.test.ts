import { describe, expect, it } from "vitest";
import { layered, ordered } from "./graph";

const CHAIN = [
  { from: "see", to: "fill", value: 50 },
  { from: "fill", to: "pay", value: 30 },
  { from: "pay", to: "see", value: 5 },
  { from: "fill", to: "fill", value: 4 },
];

describe("a graph in columns", () => {
  it("goes to the right where most goes", () => {
    expect(ordered(CHAIN)).toEqual(["see", "fill", "pay"]);
    const x = (key: string) => layered(CHAIN).nodes.find((node) => node.key === key)?.x ?? -1;
    expect(x("see")).toBeLessThan(x("fill"));
    expect(x("fill")).toBeLessThan(x("pay"));
  });

  it("marks what goes back", () => {
    expect(layered(CHAIN).edges.map(({ back }) => back)).toEqual([false, false, true, true]);
  });

  it("puts no two things on one place, and everything inside", () => {
    const keys = [..."abcdefgh"];
    const edges = keys.flatMap((from, i) => keys.map((to, j) => ({ from, to, value: ((i * 7 + j * 3) % 11) + 1 })));
    const graph = layered(edges);
    expect(new Set(graph.nodes.map(({ x, y }) => `${x} ${y}`)).size).toBe(keys.length);
    for (const { x, y } of graph.nodes) expect(x >= 0 && y >= 0 && x < graph.width && y < graph.height).toBe(true);
  });

  it("is empty for nothing", () => {
    expect(layered([]).nodes).toEqual([]);
  });
});
