import { expect, it } from "vitest";
import { box, UNMOVED } from "./marks";
import { svg } from "./svg";

const figure = (marks: Parameters<typeof svg>[0]["marks"]) => svg({ marks, width: 100, height: 50, background: "rgb(255,255,255)", family: '"Be Vietnam Pro", sans-serif' });

it("a figure's file holds texts as texts, escaped", () => {
  const file = figure([{ kind: "words", text: "a < b & c", x: 1, y: 2.005, size: 12, weight: "400", anchor: "end", fill: "rgb(0,0,0)", halo: "", opacity: 1 }]);
  expect(file).toContain('text-anchor="end" fill="rgb(0,0,0)">a &lt; b &amp; c</text>');
  expect(file).toContain('font-family="&quot;Be Vietnam Pro&quot;, sans-serif"');
});

it("a shape keeps its place and its colours", () => {
  const shape = { kind: "shape" as const, d: box(0, 0, 10, 5), fill: "rgb(1,2,3)", stroke: "", width: 0, dash: [], opacity: 0.5 };
  expect(figure([{ ...shape, at: UNMOVED }])).toContain('<path d="M0 0h10v5h-10Z" fill="rgb(1,2,3)" opacity="0.5"/>');
  expect(figure([{ ...shape, at: [1, 0, 0, 1, 7, 8] }])).toContain('transform="matrix(1 0 0 1 7 8)"');
});

it("corners are no rounder than the box allows", () => {
  expect(box(0, 0, 4, 4, 99)).toContain("a2 2 0 0 1 2 2");
});
