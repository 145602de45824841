import { Button, Pill, Slider } from "@mantine/core";
import { useMemo, useState } from "react";
import { useFormat } from "~/kit/format";
import { useTexts } from "~/texts/texts";
import drawing from "../drawing/drawing.module.css";
import { type DrawnEdge, type GraphNode, layered, NODE } from "../drawing/graph";
import { pressable } from "../drawing/pressable";
import { rowsOf, type ViewProps } from "../view";

interface Edge {
  from: string;
  to: string;
  count: number;
  customers: number;
  median_seconds: number | null;
}

const USUAL = 24;
const MOST = 120;
const LETTERS = 20;

/** Which step directly follows which: the commonest transitions as a graph; each opens its customers. */
export function TransitionsView({ answer, step, open, exploring, change }: ViewProps) {
  const { say } = useTexts();
  const hidden = exploring.hide ?? [];
  const [chosen, choose] = useState<string | null>(null);
  const edges = useMemo(
    () => rowsOf<Edge>(answer, "edges").filter(({ from, to }) => !exploring.hide?.includes(from) && !exploring.hide?.includes(to)).sort((a, b) => b.customers - a.customers),
    [answer, exploring.hide],
  );
  const most = Math.min(MOST, edges.length);
  const [shown, setShown] = useState(USUAL);
  const graph = useMemo(() => layered(edges.slice(0, Math.min(shown, most)).map(({ from, to, customers }) => ({ from, to, value: customers }))), [edges, shown, most]);
  const top = Math.max(1, ...graph.edges.map(({ value }) => value));
  return (
    <>
      <div className={drawing.tools} data-controls>
        <label className={drawing.slider}>
          {say("explore.edges_shown", { shown: Math.min(shown, most), all: edges.length })}
          <Slider size="sm" label={null} min={Math.min(3, most)} max={most} value={Math.min(shown, most)} onChange={setShown} thumbLabel={say("explore.edges_label")} disabled={most <= 3} />
        </label>
        <Chosen answer={answer} chosen={chosen} step={step} open={open} hide={(key) => { change({ hide: [...hidden, key] }); choose(null); }} />
        {hidden.length > 0 && (
          <span className={drawing.chosen}>
            {say("explore.hidden")}
            {hidden.map((key) => (
              <Pill key={key} withRemoveButton onRemove={() => change({ hide: hidden.length > 1 ? hidden.filter((each) => each !== key) : undefined })} removeButtonProps={{ "aria-label": say("explore.show_again", { step: step(key) }), tabIndex: 0, "aria-hidden": false }}>{step(key)}</Pill>
            ))}
          </span>
        )}
      </div>
      <div className={drawing.scroll} role="region" aria-label={say("explore.graph_label")} tabIndex={0}>
        <svg className={drawing.drawing} width={graph.width} height={graph.height} viewBox={`0 0 ${graph.width} ${graph.height}`}>
          {graph.edges.map((edge) => (
            <EdgeMark key={`${edge.from}>${edge.to}`} edge={edge} top={top} dim={chosen !== null && edge.from !== chosen && edge.to !== chosen} step={step} open={() => open({ from: edge.from, to: edge.to })} />
          ))}
          {graph.nodes.map((node) => (
            <NodeMark key={node.key} node={node} name={step(node.key)} chosen={chosen === node.key} choose={() => choose(chosen === node.key ? null : node.key)} />
          ))}
        </svg>
      </div>
      <ul className={drawing.legend}>
        <li><span />{say("explore.edge_forward")}</li>
        <li data-back="true"><span />{say("explore.edge_back")}</li>
      </ul>
    </>
  );
}

function EdgeMark({ edge, top, dim, step, open }: { edge: DrawnEdge; top: number; dim: boolean; step: (key: string) => string; open: () => void }) {
  const { say } = useTexts();
  const format = useFormat();
  const label = say("explore.edge", { from: step(edge.from), to: step(edge.to), customers: say("stage.customers", { count: edge.value, value: format.number(edge.value) }) });
  return (
    <g className={drawing.edge} data-back={edge.back} data-dim={dim} {...pressable(label, open)}>
      <title>{label}</title>
      <path className={drawing.catch} d={edge.path} />
      <path d={edge.path} strokeWidth={1 + 4 * Math.sqrt(edge.value / top) * (edge.back ? 0.6 : 1)}/>
      <path className={drawing.head} d={edge.head} />
      <text className={`${drawing.count} ${drawing.halo}`} x={edge.labelX} y={edge.labelY} textAnchor="middle">{format.compact(edge.value)}</text>
    </g>
  );
}

function NodeMark({ node, name, chosen, choose }: { node: GraphNode; name: string; chosen: boolean; choose: () => void }) {
  const short = name.length > LETTERS ? `${name.slice(0, LETTERS - 1)}…` : name;
  return (
    <g className={drawing.node} transform={`translate(${node.x} ${node.y})`} aria-pressed={chosen} {...pressable(name, choose)}>
      <title>{name}</title>
      <rect width={NODE.width} height={NODE.height} rx="9" />
      <text className={drawing.name} x={NODE.width / 2} y={NODE.height / 2 + 4.5} textAnchor="middle">{short}</text>
    </g>
  );
}

interface ChosenProps {
  answer: ViewProps["answer"];
  chosen: string | null;
  step: (key: string) => string;
  open: ViewProps["open"];
  hide: (key: string) => void;
}

/** What can be done with the step that is chosen in the graph. */
function Chosen({ answer, chosen, step, open, hide }: ChosenProps) {
  const { say } = useTexts();
  const format = useFormat();
  if (chosen === null) return <span className={drawing.chosen}>{say("explore.choose_node")}</span>;
  const count = (part: "starts" | "ends") => rowsOf<{ step: string; customers: number }>(answer, part).find((row) => row.step === chosen)?.customers ?? 0;
  return (
    <span className={drawing.chosen} role="status">
      <strong>{step(chosen)}</strong>
      <Button size="compact-xs" variant="light" disabled={count("starts") === 0} onClick={() => open({ start: chosen })}>{say("explore.began", { value: format.number(count("starts")) })}</Button>
      <Button size="compact-xs" variant="light" disabled={count("ends") === 0} onClick={() => open({ end: chosen })}>{say("explore.ended", { value: format.number(count("ends")) })}</Button>
      <Button size="compact-xs" variant="default" onClick={() => hide(chosen)}>{say("explore.hide")}</Button>
    </span>
  );
}
