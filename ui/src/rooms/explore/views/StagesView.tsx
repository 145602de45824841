import { useMemo } from "react";
import { useElementSize } from "@mantine/hooks";
import { useFormat } from "~/kit/format";
import { useTexts } from "~/texts/texts";
import drawing from "../drawing/drawing.module.css";
import { pressable } from "../drawing/pressable";
import { sankey, type Link } from "../drawing/sankey";
import { rowsOf, type ViewProps } from "../view";

interface Stage {
  stage: string;
  customers: number;
  next: number;
}

const STAYS = "\u0000stays";
const BAR = 12;
const LABEL = 124;

/** From which stage customers went on to which, and how many have not gone on. */
export function StagesView({ answer, stage: named, open }: ViewProps) {
  const { say } = useTexts();
  const format = useFormat();
  const { ref, width: space } = useElementSize();
  const stages = rowsOf<Stage>(answer, "stages");
  const narrow = space > 0 && space < 560;
  const label = narrow ? 88 : LABEL;
  const width = Math.max(280, Math.min(space || 800, 1000));
  const height = Math.max(240, stages.length * 74);
  const flow = useMemo(() => {
    const links: Link[] = rowsOf<{ from: string; to: string; customers: number }>(answer, "flow").map(({ from, to, customers }) => ({ layer: 0, from, to, value: customers }));
    for (const { stage, customers, next } of rowsOf<Stage>(answer, "stages")) links.push({ layer: 0, from: stage, to: STAYS, value: customers - next });
    return sankey(links, { width: width - 2 * label, height, bar: BAR, gap: 26 }, [...rowsOf<Stage>(answer, "stages").map(({ stage }) => stage), STAYS]);
  }, [answer, width, height, label]);
  const name = (key: string) => (key === STAYS ? say("explore.no_further") : named(key));
  const customers = (count: number) => say("stage.customers", { count, value: format.number(count) });
  const total = (key: string) => stages.find(({ stage }) => stage === key)?.customers ?? 0;
  return (
    <div ref={ref}>
      <svg className={drawing.drawing} width={width} height={height + 60} viewBox={`${-label} -24 ${width} ${height + 60}`} role="group" aria-label={say("explore.flow_label")}>
        <text className={drawing.count} x={BAR} y={-10} textAnchor="end">{say("explore.flow_from")}</text>
        <text className={drawing.count} x={width - 2 * label - BAR} y={-10}>{say("explore.flow_to")}</text>
        {flow.ribbons.map((ribbon) => {
          const calm = ribbon.to === STAYS;
          const text = say("explore.flow", { from: name(ribbon.from), to: name(ribbon.to), customers: customers(ribbon.value), share: format.percent(ribbon.value / (total(ribbon.from) || 1)) });
          return (
            <g key={`${ribbon.from}>${ribbon.to}`} className={drawing.ribbon} data-calm={calm} {...(calm ? {} : pressable(text, () => open({ stage: ribbon.from, to: ribbon.to })))}>
              <title>{text}</title>
              <path d={ribbon.path} />
            </g>
          );
        })}
        {flow.nodes.map(({ layer, key, x, y, height: tall, value }) => (
          <g key={`${layer}${key}`}>
            <rect className={drawing.bar} data-calm={key === STAYS} x={x} y={y} width={BAR} height={Math.max(1, tall)} rx="2" />
            <text className={drawing.name} x={layer === 0 ? x - 8 : x + BAR + 8} y={y + Math.max(10, tall / 2)} textAnchor={layer === 0 ? "end" : "start"}>{name(key)}</text>
            <text className={drawing.count} x={layer === 0 ? x - 8 : x + BAR + 8} y={y + Math.max(10, tall / 2) + 15} textAnchor={layer === 0 ? "end" : "start"}>{format.number(value)}</text>
          </g>
        ))}
      </svg>
    </div>
  );
}
