import { useElementSize } from "@mantine/hooks";
import { useMemo } from "react";
import { useFormat } from "~/kit/format";
import { useTexts } from "~/texts/texts";
import drawing from "./drawing.module.css";
import { pressable } from "./pressable";
import { type Link, type Ribbon, sankey } from "./sankey";

interface FlowProps {
  links: Link[];
  /** The order from top to bottom. */
  order: string[];
  name: (key: string) => string;
  /** How many stood at a place on the left: of whom a ribbon's share is. */
  stood: (key: string) => number;
  /** Drawn without colour. */
  calm?: (key: string) => boolean;
  /** What a ribbon opens; null where it opens nothing. */
  press: (ribbon: Ribbon) => (() => void) | null;
  pressNode?: (layer: number, key: string) => (() => void) | null;
  ends: [from: string, to: string];
}

const BAR = 12;
/** Room for a name and its number beside a bar; for the flows between the bars; for one bar. */
const LABEL = 210;
const SHORTEST = 96;
const LETTER = 6.6;
const FIGURES = 7;
const FLOWS = 100;
/** Between a bar and its name. */
const GAP = 8;
const ROW = 50;
/** A bar as tall as this has room for its number under its name. */
const TWO_LINES = 30;

/** Two columns and the flows between them. */
export function Flow({ links, order, name, stood, calm = () => false, press, pressNode = () => null, ends }: FlowProps) {
  const { say } = useTexts();
  const format = useFormat();
  const count = (value: number) => format.number(value);
  const told = ({ from, to, value }: Ribbon) => {
    const customers = say("stage.customers", { count: value, value: count(value) });
    return say("explore.flow", { from: name(from), to: name(to), customers, share: format.percent(value / (stood(from) || 1)) });
  };
  const of = say("explore.flow_label");
  const { ref, width: space } = useElementSize();
  const longest = Math.max(...links.flatMap(({ from, to }) => [name(from).length, name(to).length]), 0);
  const label = Math.min(LABEL, Math.max(SHORTEST, (longest + FIGURES) * LETTER + GAP));
  const width = Math.max(2 * label + FLOWS, Math.min(space || 800, 1000));
  const height = Math.max(240, Math.max(...[0, 1].map((side) => new Set(links.map((link) => (side === 0 ? link.from : link.to))).size)) * ROW);
  const flow = useMemo(() => sankey(links, { width: width - 2 * label, height, bar: BAR, gap: 26 }, order), [links, order, width, height, label]);
  return (
    <div ref={ref} className={drawing.scroll} role="region" aria-label={of} tabIndex={0}>
      <svg className={drawing.drawing} width={width} height={height + 60} viewBox={`${-label} -24 ${width} ${height + 60}`} role="group" aria-label={of}>
        <text className={drawing.count} x={BAR} y={-10} textAnchor="end">{ends[0]}</text>
        <text className={drawing.count} x={width - 2 * label - BAR} y={-10}>{ends[1]}</text>
        {flow.ribbons.map((ribbon) => {
          const opens = press(ribbon);
          return (
            <g key={`${ribbon.from}>${ribbon.to}`} className={drawing.ribbon} data-calm={calm(ribbon.to) || calm(ribbon.from)} {...(opens ? pressable(told(ribbon), opens) : {})}>
              <title>{told(ribbon)}</title>
              <path d={ribbon.path} />
            </g>
          );
        })}
        {flow.nodes.map(({ layer, key, x, y, height: tall, value }) => {
          const opens = pressNode(layer, key);
          const [at, anchor] = layer === 0 ? [x - GAP, "end" as const] : [x + BAR + GAP, "start" as const];
          return (
            <g key={`${layer}${key}`} className={opens ? drawing.place : ""} {...(opens ? pressable(`${name(key)}: ${count(value)}`, opens) : {})}>
              <rect className={drawing.bar} data-calm={calm(key)} x={x} y={y} width={BAR} height={Math.max(1, tall)} rx="2" />
              {tall < TWO_LINES ? (
                <text className={drawing.name} x={at} y={y + tall / 2 + 4} textAnchor={anchor}>{`${name(key)}  ${count(value)}`}</text>
              ) : (
                <>
                  <text className={drawing.name} x={at} y={y + tall / 2 - 3} textAnchor={anchor}>{name(key)}</text>
                  <text className={drawing.count} x={at} y={y + tall / 2 + 12} textAnchor={anchor}>{count(value)}</text>
                </>
              )}
            </g>
          );
        })}
      </svg>
    </div>
  );
}
