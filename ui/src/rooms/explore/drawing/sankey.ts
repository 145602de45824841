/** A flow from a thing in one column to a thing in the next. */
export interface Link {
  layer: number;
  from: string;
  to: string;
  value: number;
}

export interface SankeyNode {
  layer: number;
  key: string;
  value: number;
  x: number;
  y: number;
  height: number;
}

export interface Ribbon extends Link {
  path: string;
  middle: number;
}

export interface Sankey {
  nodes: SankeyNode[];
  ribbons: Ribbon[];
}

interface Size {
  width: number;
  height: number;
  bar: number;
  gap: number;
}

/** Columns of bars and the ribbons between them, all on one scale. Things keep the order in which `order` lists them;
 * without one, the largest stands on top. */
export function sankey(links: Link[], { width, height, bar, gap }: Size, order?: string[]): Sankey {
  const shown = links.filter(({ value }) => value > 0);
  const columns = columnsOf(shown, order);
  const most = Math.max(0, ...columns.map((column) => column.reduce((sum, { value }) => sum + value, 0)));
  const longest = Math.max(1, ...columns.map((column) => column.length));
  const space = Math.min(gap, height / 3 / longest);
  const scale = most > 0 ? (height - space * (longest - 1)) / most : 0;
  const step = columns.length > 1 ? (width - bar) / (columns.length - 1) : 0;
  const nodes = columns.flatMap((column, layer) => {
    let y = 0;
    return column.map(({ key, value }) => {
      const node = { layer, key, value, x: layer * step, y, height: value * scale };
      y += node.height + space;
      return node;
    });
  });
  return { nodes, ribbons: ribbonsOf(shown, nodes, scale, bar) };
}

function columnsOf(links: Link[], order: string[] | undefined) {
  const totals: Map<string, { out: number; into: number }>[] = [];
  const at = (layer: number, key: string) => {
    const column = (totals[layer] ??= new Map());
    const found = column.get(key) ?? { out: 0, into: 0 };
    column.set(key, found);
    return found;
  };
  for (const { layer, from, to, value } of links) {
    at(layer, from).out += value;
    at(layer + 1, to).into += value;
  }
  const place = (key: string) => (order?.includes(key) ? order.indexOf(key) : Number.MAX_SAFE_INTEGER);
  return Array.from(totals, (column) =>
    [...(column ?? [])].map(([key, { out, into }]) => ({ key, value: Math.max(out, into) })).sort((a, b) => place(a.key) - place(b.key) || b.value - a.value),
  );
}

function ribbonsOf(links: Link[], nodes: SankeyNode[], scale: number, bar: number): Ribbon[] {
  const find = (layer: number, key: string) => nodes.findIndex((node) => node.layer === layer && node.key === key);
  const left = new Map<number, number>();
  const right = new Map<number, number>();
  const sorted = [...links].sort((a, b) => find(a.layer, a.from) - find(b.layer, b.from) || find(a.layer + 1, a.to) - find(b.layer + 1, b.to));
  return sorted.map((link) => {
    const a = find(link.layer, link.from);
    const b = find(link.layer + 1, link.to);
    const [from, to] = [nodes[a] as SankeyNode, nodes[b] as SankeyNode];
    const thick = link.value * scale;
    const y0 = from.y + (left.get(a) ?? 0);
    const y1 = to.y + (right.get(b) ?? 0);
    left.set(a, (left.get(a) ?? 0) + thick);
    right.set(b, (right.get(b) ?? 0) + thick);
    const [x0, x1] = [from.x + bar, to.x];
    const bend = (x0 + x1) / 2;
    const path = `M${n(x0)} ${n(y0)}C${n(bend)} ${n(y0)} ${n(bend)} ${n(y1)} ${n(x1)} ${n(y1)}V${n(y1 + thick)}C${n(bend)} ${n(y1 + thick)} ${n(bend)} ${n(y0 + thick)} ${n(x0)} ${n(y0 + thick)}Z`;
    return { ...link, path, middle: (y0 + y1 + thick) / 2 };
  });
}

const n = (value: number) => value.toFixed(1);
