import { ascent, plainColour } from "./colours";
import { box, type Figure, type Mark, n, UNMOVED, type Words } from "./marks";

const MARGIN = 20;
/** Room for the heading. */
const HEAD = 34;
const LINE = 3;

interface Pen {
  marks: Mark[];
  /** The corner of the figure on screen. */
  left: number;
  top: number;
}

/** What stands on screen inside an element as a figure with a heading; what only serves the screen (`data-controls`) is left out. */
export function figureOf(element: HTMLElement, title: string): Figure {
  const corner = element.getBoundingClientRect();
  const pen: Pen = { marks: [], left: corner.left - MARGIN, top: corner.top - MARGIN - HEAD };
  const style = getComputedStyle(element);
  for (const child of element.childNodes) walk(child, 1, pen);
  const ends = extent(element, pen);
  const heading: Words = { kind: "words", text: title, x: MARGIN, y: MARGIN + 14, size: 17, weight: "600", anchor: "start", fill: plainColour(style.color), halo: "", opacity: 1 };
  return { marks: [heading, ...pen.marks], width: ends.right + MARGIN, height: ends.bottom + MARGIN, background: plainColour(style.backgroundColor) || "#ffffff", family: style.fontFamily };
}

/** How far the figure reaches, also where it is scrolled out of sight. */
function extent(element: HTMLElement, pen: Pen): { right: number; bottom: number } {
  let [right, bottom] = [0, 0];
  for (const each of element.querySelectorAll("*")) {
    if (each.closest("[data-controls]")) continue;
    const { right: r, bottom: b, width } = each.getBoundingClientRect();
    if (width <= 1) continue;
    right = Math.max(right, r - pen.left);
    bottom = Math.max(bottom, b - pen.top);
  }
  return { right, bottom };
}

function walk(node: Node, opacity: number, pen: Pen): void {
  if (node instanceof Text) return texts(node, opacity, pen);
  if (!(node instanceof Element) || node.hasAttribute("data-controls")) return;
  const style = getComputedStyle(node);
  const seen = opacity * Number(style.opacity);
  if (style.display === "none" || style.visibility === "hidden" || seen === 0 || node.classList.contains("unseen")) return;
  if (node instanceof SVGSVGElement) return drawing(node, seen, pen);
  surface(node, style, seen, pen);
  if (node instanceof HTMLDetailsElement && !node.open) return void [...node.children].slice(0, 1).forEach((child) => walk(child, seen, pen));
  for (const child of node.childNodes) walk(child, seen, pen);
}

/** The background of an element and its edges. */
function surface(element: Element, style: CSSStyleDeclaration, opacity: number, pen: Pen): void {
  const { left, top, width, height } = element.getBoundingClientRect();
  if (width === 0 || height === 0) return;
  const [x, y] = [left - pen.left, top - pen.top];
  const shape = (d: string, fill: string, stroke = "", line = 0) => pen.marks.push({ kind: "shape", d, at: UNMOVED, fill, stroke, width: line, dash: [], opacity });
  const fill = plainColour(style.backgroundColor);
  const round = Number.parseFloat(style.borderTopLeftRadius) || 0;
  const edges = (["Top", "Right", "Bottom", "Left"] as const).map((side) => ({ width: style[`border${side}Style`] === "none" ? 0 : Number.parseFloat(style[`border${side}Width`]), colour: plainColour(style[`border${side}Color`]) }));
  const [above, right, below, before] = edges as [Edge, Edge, Edge, Edge];
  if (edges.every(({ width: w, colour }) => w > 0 && w === above.width && colour === above.colour)) {
    const half = above.width / 2;
    shape(box(x + half, y + half, width - above.width, height - above.width, round), fill, above.colour, above.width);
    return;
  }
  if (fill) shape(box(x, y, width, height, round), fill);
  const sides: [Edge, string][] = [
    [above, box(x, y, width, above.width)],
    [below, box(x, y + height - below.width, width, below.width)],
    [before, box(x, y, before.width, height)],
    [right, box(x + width - right.width, y, right.width, height)],
  ];
  for (const [edge, d] of sides) if (edge.width > 0 && edge.colour) shape(d, edge.colour);
}

interface Edge {
  width: number;
  colour: string;
}

/** A text line by line, as the browser broke it. */
function texts(node: Text, opacity: number, pen: Pen): void {
  const parent = node.parentElement;
  if (!parent || !node.data.trim()) return;
  const style = getComputedStyle(parent);
  const lines: { start: number; end: number; left: number; right: number; top: number }[] = [];
  const range = document.createRange();
  for (const found of node.data.matchAll(/\S+/g)) {
    range.setStart(node, found.index);
    range.setEnd(node, found.index + found[0].length);
    const place = range.getClientRects()[0];
    if (!place || place.width === 0) continue;
    const last = lines.at(-1);
    if (last && Math.abs(last.top - place.top) < LINE) Object.assign(last, { end: found.index + found[0].length, right: place.right });
    else lines.push({ start: found.index, end: found.index + found[0].length, left: place.left, right: place.right, top: place.top });
  }
  const anchor = style.textAlign === "right" || style.textAlign === "end" ? "end" : style.textAlign === "center" ? "middle" : "start";
  for (const { start, end, left, right, top } of lines) {
    const x = anchor === "end" ? right : anchor === "middle" ? (left + right) / 2 : left;
    pen.marks.push({ kind: "words", text: node.data.slice(start, end).replaceAll(/\s+/g, " "), x: x - pen.left, y: top - pen.top + ascent(style), size: Number.parseFloat(style.fontSize), weight: style.fontWeight, anchor, fill: plainColour(style.color), halo: "", opacity });
  }
}

/** An SVG drawing: its shapes with their colours, its texts with their places. */
function drawing(svg: SVGSVGElement, opacity: number, pen: Pen): void {
  const inside = (element: Element, faint: number) => {
    for (const child of element.children) {
      const style = getComputedStyle(child);
      const seen = faint * Number(style.opacity);
      if (child instanceof SVGGElement) inside(child, seen);
      else if (child instanceof SVGTextElement) svgText(child, style, seen, pen);
      else if (child instanceof SVGGeometryElement) svgShape(child, style, seen, pen);
    }
  };
  inside(svg, opacity);
}

function placed(element: SVGGraphicsElement, pen: Pen): DOMMatrix | null {
  const found = element.getScreenCTM();
  return found && new DOMMatrix([found.a, found.b, found.c, found.d, found.e - pen.left, found.f - pen.top]);
}

function svgShape(element: SVGGeometryElement, style: CSSStyleDeclaration, opacity: number, pen: Pen): void {
  const at = placed(element, pen);
  const d = outline(element);
  const [fill, stroke] = [plainColour(style.fill), plainColour(style.stroke)];
  if (!at || !d || (!fill && !stroke)) return;
  const dash = style.strokeDasharray === "none" ? [] : style.strokeDasharray.split(",").map(Number.parseFloat);
  pen.marks.push({ kind: "shape", d, at: [at.a, at.b, at.c, at.d, at.e, at.f], fill, stroke, width: Number.parseFloat(style.strokeWidth), dash, opacity });
}

function outline(element: SVGGeometryElement): string {
  const value = (name: string) => Number.parseFloat(element.getAttribute(name) ?? "0");
  if (element instanceof SVGPathElement) return element.getAttribute("d") ?? "";
  if (element instanceof SVGRectElement) return box(element.x.baseVal.value, element.y.baseVal.value, element.width.baseVal.value, element.height.baseVal.value, value("rx"));
  if (element instanceof SVGLineElement) return `M${value("x1")} ${value("y1")}L${value("x2")} ${value("y2")}`;
  if (!(element instanceof SVGCircleElement)) return "";
  const r = value("r");
  return `M${n(value("cx") - r)} ${n(value("cy"))}a${n(r)} ${n(r)} 0 1 0 ${n(2 * r)} 0a${n(r)} ${n(r)} 0 1 0 ${n(-2 * r)} 0Z`;
}

function svgText(element: SVGTextElement, style: CSSStyleDeclaration, opacity: number, pen: Pen): void {
  const at = placed(element, pen);
  if (!at || !element.textContent) return;
  const { x, y } = at.transformPoint({ x: Number(element.getAttribute("x") ?? 0), y: Number(element.getAttribute("y") ?? 0) });
  const anchor = style.textAnchor === "middle" || style.textAnchor === "end" ? style.textAnchor : "start";
  pen.marks.push({ kind: "words", text: element.textContent, x, y, size: Number.parseFloat(style.fontSize) * at.d, weight: style.fontWeight, anchor, fill: plainColour(style.fill), halo: plainColour(style.stroke), opacity });
}
