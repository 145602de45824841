import { useElementSize } from "@mantine/hooks";
import { useMemo } from "react";
import { useFormat } from "~/kit/format";
import { useTexts } from "~/texts/texts";
import drawing from "../drawing/drawing.module.css";
import { pressable } from "../drawing/pressable";
import { type Link, sankey } from "../drawing/sankey";
import { writeSteps } from "../steps";
import { rowsOf, type ViewProps } from "../view";
import classes from "./views.module.css";

interface Flow {
  layer: number;
  from: string;
  to: string;
  customers: number;
}

interface Path {
  path: string[];
  customers: number;
  share: number;
  low: number;
  high: number;
}

const BAR = 12;
const LABEL = 150;
const COLUMN = 210;
const MOST = 60;
const LISTED = 10;
const LETTERS = 21;

/** The commonest ways as flows from step to step, then the whole paths in a list; both open their customers. */
export function PathsView({ answer, step, open }: ViewProps) {
  const { say } = useTexts();
  const format = useFormat();
  const { ref, width: space } = useElementSize();
  const links = useMemo(() => linksOf(answer), [answer]);
  const columns = new Set(links.map(({ layer }) => layer)).size + 1;
  const width = Math.max(space, columns * COLUMN);
  const height = 380;
  const flow = useMemo(() => sankey(links, { width: width - LABEL, height, bar: BAR, gap: 24 }), [links, width]);
  const first = Math.min(0, ...rowsOf<Flow>(answer, "links").map(({ layer }) => layer));
  const customers = (count: number) => say("stage.customers", { count, value: format.number(count) });
  return (
    <div ref={ref}>
      <div className={drawing.scroll} role="region" aria-label={say("explore.paths_label")} tabIndex={0}>
        <svg className={drawing.drawing} width={width} height={height + 40} viewBox={`0 -8 ${width} ${height + 40}`}>
          {flow.ribbons.map((ribbon) => {
            const text = say("explore.edge", { from: step(ribbon.from), to: step(ribbon.to), customers: customers(ribbon.value) });
            return (
              <g key={`${ribbon.layer}${ribbon.from}>${ribbon.to}`} className={drawing.ribbon} {...pressable(text, () => open({ layer: String(ribbon.layer + first), from: ribbon.from, to: ribbon.to }))}>
                <title>{text}</title>
                <path d={ribbon.path} />
              </g>
            );
          })}
          {flow.nodes.map(({ layer, key, x, y, height: tall, value }) => {
            const name = step(key);
            return (
              <g key={`${layer}${key}`}>
                <title>{`${name}: ${customers(value)}`}</title>
                <rect className={drawing.bar} x={x} y={y} width={BAR} height={Math.max(1, tall)} rx="2" />
                <text className={`${drawing.name} ${drawing.halo}`} x={x + BAR + 6} y={y + Math.max(10, tall / 2)}>{name.length > LETTERS ? `${name.slice(0, LETTERS - 1)}…` : name}</text>
                <text className={`${drawing.count} ${drawing.halo}`} x={x + BAR + 6} y={y + Math.max(10, tall / 2) + 14}>{format.compact(value)}</text>
              </g>
            );
          })}
        </svg>
      </div>
      <ol className={classes.paths}>
        {rowsOf<Path>(answer, "paths").slice(0, LISTED).map(({ path, customers: count, share, low, high }) => (
          <li key={path.join(">")}>
            <button type="button" className={`plain ${classes.path}`} onClick={() => open({ path: writeSteps(path.map((name) => [name])) })}>
              <span>{path.map(step).join(" → ")}</span>
              <span className={classes.figure}><strong>{format.percent(share)}</strong> <small>{say("explore.between", { low: format.percent(low), high: format.percent(high) })} · {customers(count)}</small></span>
            </button>
          </li>
        ))}
      </ol>
    </div>
  );
}

/** The thickest links, their layers counted from 0 (paths before an end count theirs from −1 backwards). */
function linksOf(answer: ViewProps["answer"]): Link[] {
  const found = rowsOf<Flow>(answer, "links");
  const first = Math.min(0, ...found.map(({ layer }) => layer));
  const thick = [...found].sort((a, b) => b.customers - a.customers).slice(0, MOST);
  return thick.map(({ layer, from, to, customers }) => ({ layer: layer - first, from, to, value: customers }));
}
