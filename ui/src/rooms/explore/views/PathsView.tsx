import { Button, Slider } from "@mantine/core";
import { useElementSize } from "@mantine/hooks";
import { useMemo, useState } from "react";
import { useFormat } from "~/kit/format";
import { useTexts } from "~/texts/texts";
import drawing from "../drawing/drawing.module.css";
import { pressable } from "../drawing/pressable";
import { type Link, sankey } from "../drawing/sankey";
import { readSteps, writeSteps } from "../steps";
import { rowsOf, type ViewProps } from "../view";
import { Around, type Place, touches } from "./PathPlace";
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
const LABEL = 168;
/** The narrowest column: a bar, a name and its number. */
const COLUMN = 168;
/** Room for one bar and its label. */
const ROW = 34;
const MOST = 200;
const USUAL = 40;
const LISTED = 10;
/** No path is longer. */
const LONGEST = 20;
const LETTER = 6.9;

/** The commonest ways as flows from step to step, then the whole paths in a list; both open their customers. */
export function PathsView(props: ViewProps) {
  const { answer, step, open } = props;
  const { say } = useTexts();
  const format = useFormat();
  const { ref, width: space } = useElementSize();
  const [shown, setShown] = useState(USUAL);
  const [node, chooseNode] = useState<Place | null>(null);
  const links = useMemo(() => linksOf(answer, shown), [answer, shown]);
  const all = Math.min(MOST, rowsOf(answer, "links").length);
  const columns = new Set(links.map(({ layer }) => layer)).size + 1;
  const width = Math.max(space, columns * COLUMN);
  const tallest = Math.max(0, ...[...Array(columns).keys()].map((layer) => new Set(links.flatMap((link) => [...(link.layer === layer ? [link.from] : []), ...(link.layer === layer - 1 ? [link.to] : [])])).size));
  const height = Math.max(320, tallest * ROW);
  const flow = useMemo(() => sankey(links, { width: width - LABEL, height, bar: BAR, gap: 24 }), [links, width, height]);
  const room = (width - LABEL - BAR) / Math.max(1, columns - 1) - BAR - 12;
  const first = Math.min(0, ...rowsOf<Flow>(answer, "links").map(({ layer }) => layer));
  const customers = (count: number) => say("stage.customers", { count, value: format.number(count) });
  return (
    <div ref={ref}>
      <div className={drawing.tools} data-controls>
        <label className={drawing.slider}>
          {say("explore.flows_shown", { shown: Math.min(shown, all), all })}
          <Slider size="sm" label={null} min={Math.min(5, all)} max={all} value={Math.min(shown, all)} onChange={setShown} thumbLabel={say("explore.flows_label")} disabled={all <= 5} />
        </label>
        <Chosen {...props} chosen={node?.key ?? null} choose={() => chooseNode(null)} />
      </div>
      {node && <Around {...props} place={node} move={chooseNode} />}
      <div className={drawing.scroll} role="region" aria-label={say("explore.paths_label")} tabIndex={0}>
        <svg className={drawing.drawing} width={width} height={height + 40} viewBox={`0 -8 ${width} ${height + 40}`}>
          {flow.ribbons.map((ribbon) => {
            const text = say("explore.edge", { from: step(ribbon.from), to: step(ribbon.to), customers: customers(ribbon.value) });
            return (
              <g key={`${ribbon.layer}${ribbon.from}>${ribbon.to}`} className={drawing.ribbon} data-dim={node !== null && !touches(node, { layer: ribbon.layer + first, from: ribbon.from, to: ribbon.to })} {...pressable(text, () => open({ layer: String(ribbon.layer + first), from: ribbon.from, to: ribbon.to }))}>
                <title>{text}</title>
                <path d={ribbon.path} />
              </g>
            );
          })}
          {flow.nodes.map(({ layer, key, x, y, height: tall, value }) => {
            const name = step(key);
            const chosen = node?.key === key && node.layer === layer + first;
            return (
              <g key={`${layer}${key}`} className={drawing.place} data-dim={node !== null && !chosen} {...pressable(`${name}: ${customers(value)}`, () => chooseNode(chosen ? null : { layer: layer + first, key }))} aria-pressed={chosen}>
                <title>{`${name}: ${customers(value)}`}</title>
                <rect className={drawing.bar} x={x} y={y} width={BAR} height={Math.max(1, tall)} rx="2" />
                <text className={`${drawing.name} ${drawing.halo}`} x={x + BAR + 6} y={y + tall / 2 + 4}>{`${shortened(name, room / LETTER - format.compact(value).length - 1)}  ${format.compact(value)}`}</text>
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

const shortened = (name: string, letters: number) => (name.length > letters ? `${name.slice(0, Math.max(3, Math.floor(letters) - 1)).trimEnd()}…` : name);

/** What can be done with the step that is chosen: begin or end there, take it out; and how far the paths go. */
function Chosen({ chosen, choose, step, exploring, change, line }: ViewProps & { chosen: string | null; choose: () => void }) {
  const { say } = useTexts();
  const ask = exploring.ask ?? {};
  const length = Number(ask.length ?? line.parameters.find(({ name }) => name === "length")?.default ?? 5);
  const set = (to: Record<string, string>) => {
    choose();
    change({ ask: { ...ask, ...to }, open: undefined });
  };
  const hidden = readSteps(ask.hide)[0] ?? [];
  return (
    <span className={drawing.chosen} role="status">
      {chosen === null ? (
        <>
          {say("explore.paths_hint")}
          <Button size="compact-xs" variant="light" disabled={length >= LONGEST} onClick={() => set({ length: String(length + 1) })}>{say("explore.paths_further")}</Button>
          {hidden.length > 0 && <Button size="compact-xs" variant="default" onClick={() => set({ hide: "" })}>{say("explore.paths_show_all", { count: hidden.length })}</Button>}
        </>
      ) : (
        <>
          <strong>{step(chosen)}</strong>
          <Button size="compact-xs" variant="light" onClick={() => set({ start: writeSteps([[chosen]]), end: "" })}>{say("explore.paths_from")}</Button>
          <Button size="compact-xs" variant="light" onClick={() => set({ start: "", end: writeSteps([[chosen]]) })}>{say("explore.paths_to")}</Button>
          <Button size="compact-xs" variant="default" onClick={() => set({ hide: writeSteps([[...hidden, chosen]]) })}>{say("explore.hide")}</Button>
        </>
      )}
    </span>
  );
}

/** The thickest links, their layers counted from 0 (paths before an end count theirs from −1 backwards). */
function linksOf(answer: ViewProps["answer"], most: number): Link[] {
  const found = rowsOf<Flow>(answer, "links");
  const first = Math.min(0, ...found.map(({ layer }) => layer));
  const thick = [...found].sort((a, b) => b.customers - a.customers).slice(0, most);
  return thick.map(({ layer, from, to, customers }) => ({ layer: layer - first, from, to, value: customers }));
}
