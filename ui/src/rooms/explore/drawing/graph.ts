/** One thing follows another. */
export interface Edge {
  from: string;
  to: string;
  value: number;
}

export interface GraphNode {
  key: string;
  x: number;
  y: number;
}

export interface DrawnEdge extends Edge {
  path: string;
  /** The head of the arrow. */
  head: string;
  labelX: number;
  labelY: number;
  /** Back to an earlier column, or to itself. */
  back: boolean;
}

export interface Graph {
  nodes: GraphNode[];
  edges: DrawnEdge[];
  width: number;
  height: number;
}

export const NODE = { width: 148, height: 42 };
const STEP = { x: 224, y: 80 };
const SWEEPS = 6;
const MARGIN = { x: 8, y: 34 };

/** Things in columns from left to right, so that most goes to the right: a layered drawing after Sugiyama (1981), the
 * order by the heuristic of Eades, Lin and Smyth (1993). */
export function layered(edges: Edge[]): Graph {
  const order = ordered(edges);
  const column = columns(edges, order);
  const columnsOf: string[][] = [];
  for (const key of order) (columnsOf[column.get(key) ?? 0] ??= []).push(key);
  const levels = Array.from(columnsOf, (keys) => keys ?? []);
  for (let sweep = 0; sweep < SWEEPS; sweep++) straighten(levels, edges, sweep % 2 === 0);
  const tallest = Math.max(0, ...levels.map((keys) => keys.length));
  const nodes = levels.flatMap((keys, x) => keys.map((key, y) => ({ key, x: MARGIN.x + x * STEP.x, y: MARGIN.y + (y + (tallest - keys.length) / 2) * STEP.y })));
  const place = new Map(nodes.map((node) => [node.key, node]));
  const drawn = edges.map((edge) => draw(edge, place.get(edge.from) as GraphNode, place.get(edge.to) as GraphNode));
  return { nodes, edges: drawn, width: Math.max(1, levels.length) * STEP.x - STEP.x + NODE.width + 2 * MARGIN.x, height: Math.max(1, tallest) * STEP.y + 2 * MARGIN.y };
}

/** The things in an order against which little flows. */
export function ordered(edges: Edge[]): string[] {
  const left = new Set(edges.flatMap(({ from, to }) => [from, to]));
  const balance = (key: string) => {
    let out = 0;
    let into = 0;
    for (const { from, to, value } of edges) {
      if (from === to || !left.has(from) || !left.has(to)) continue;
      if (from === key) out += value;
      if (to === key) into += value;
    }
    return { out, into };
  };
  const first: string[] = [];
  const last: string[] = [];
  while (left.size > 0) {
    const known = [...left].map((key) => ({ key, ...balance(key) }));
    const sink = known.find(({ out, into }) => out === 0 && into > 0);
    const best = sink ?? known.find(({ into }) => into === 0) ?? known.reduce((a, b) => (b.out - b.into > a.out - a.into ? b : a));
    if (sink) last.unshift(best.key);
    else first.push(best.key);
    left.delete(best.key);
  }
  return [...first, ...last];
}

/** A thing stands one column after the one that most of what comes to it comes from. */
function columns(edges: Edge[], order: string[]): Map<string, number> {
  const place = new Map(order.map((key, i) => [key, i]));
  const at = (key: string) => place.get(key) ?? 0;
  const column = new Map<string, number>();
  for (const key of order) {
    const before = edges.filter(({ from, to }) => to === key && at(from) < at(key));
    const strongest = before.reduce<Edge | null>((a, b) => (a && a.value >= b.value ? a : b), null);
    column.set(key, strongest ? (column.get(strongest.from) ?? 0) + 1 : 0);
  }
  return column;
}

/** Order each column by the mean place of the neighbours, left to right and back. */
function straighten(levels: string[][], edges: Edge[], rightwards: boolean): void {
  const place = new Map<string, number>();
  const remember = (keys: string[]) => keys.forEach((key, i) => place.set(key, i - keys.length / 2));
  levels.forEach(remember);
  for (const keys of rightwards ? levels : [...levels].reverse()) {
    const mean = new Map(keys.map((key) => [key, middle(key, edges, place)]));
    keys.sort((a, b) => (mean.get(a) ?? 0) - (mean.get(b) ?? 0));
    remember(keys);
  }
}

function middle(key: string, edges: Edge[], place: Map<string, number>): number {
  let weight = 0;
  let sum = 0;
  for (const { from, to, value } of edges) {
    if ((from !== key && to !== key) || from === to) continue;
    weight += value;
    sum += value * (place.get(from === key ? to : from) ?? 0);
  }
  return weight > 0 ? sum / weight : (place.get(key) ?? 0);
}

function draw(edge: Edge, from: GraphNode, to: GraphNode): DrawnEdge {
  const { width, height } = NODE;
  const [x0, y0, x1, y1] = [from.x, from.y, to.x, to.y];
  if (from === to) {
    const [a, b] = [x0 + width - 44, x0 + width - 14];
    return { ...edge, back: true, head: `M${b - 4} ${y0 - 9}L${b} ${y0}L${b + 4} ${y0 - 9}Z`, path: `M${a} ${y0}C${a} ${y0 - 26} ${b} ${y0 - 26} ${b} ${y0 - 7}`, labelX: (a + b) / 2, labelY: y0 - 23 };
  }
  if (x1 > x0) {
    const [a, b, c, d] = [x0 + width, y0 + height / 2, x1, y1 + height / 2];
    const bend = (c - a) / 2;
    return { ...edge, back: false, head: `M${c - 9} ${d - 4.5}L${c} ${d}L${c - 9} ${d + 4.5}Z`, path: `M${a} ${b}C${a + bend} ${b} ${c - bend} ${d} ${c - 7} ${d}`, labelX: (a + c) / 2, labelY: (b + d) / 2 - 7 };
  }
  const under = Math.max(y0, y1) + height + 18 + Math.min(30, Math.abs(x0 - x1) / 20);
  const [a, c] = [x0 + width / 2 - 14, x1 + width / 2 + 14];
  return { ...edge, back: true, head: `M${c - 4.5} ${y1 + height + 9}L${c} ${y1 + height}L${c + 4.5} ${y1 + height + 9}Z`, path: `M${a} ${y0 + height}C${a} ${under} ${c} ${under} ${c} ${y1 + height + 7}`, labelX: (a + c) / 2, labelY: under - 2 };
}
