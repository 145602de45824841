import { useMemo } from "react";
import { useFormat } from "~/kit/format";
import { useTexts } from "~/texts/texts";
import { Figures } from "../drawing/Figures";
import { Flow } from "../drawing/Flow";
import type { Link } from "../drawing/sankey";
import { rowsOf, type ViewProps } from "../view";
import classes from "./views.module.css";

interface Stage {
  stage: string;
  customers: number;
  next: number;
  now: number;
  median_seconds: number | null;
}

const STAYS = "\u0000stays";

/** From which stage customers went on to which, and how many have not gone on; then where they stand now. */
export function StagesView({ answer, stage: named, open }: ViewProps) {
  const { say } = useTexts();
  const format = useFormat();
  const stages = rowsOf<Stage>(answer, "stages");
  const order = useMemo(() => [...rowsOf<Stage>(answer, "stages").map(({ stage }) => stage), STAYS], [answer]);
  const links = useMemo(() => {
    const found: Link[] = rowsOf<{ from: string; to: string; customers: number }>(answer, "flow").map(({ from, to, customers }) => ({ layer: 0, from, to, value: customers }));
    for (const { stage, customers, next } of rowsOf<Stage>(answer, "stages")) found.push({ layer: 0, from: stage, to: STAYS, value: customers - next });
    return found;
  }, [answer]);
  const name = (key: string) => (key === STAYS ? say("explore.no_further") : named(key));
  const stood = (key: string) => stages.find(({ stage }) => stage === key)?.customers ?? 0;
  return (
    <>
      <Flow
        links={links}
        order={order}
        name={name}
        stood={stood}
        calm={(key) => key === STAYS}
        press={({ from, to }) => (to === STAYS ? null : () => open({ stage: from, to }))}
        pressNode={(layer, key) => (layer === 0 && key !== STAYS ? () => open({ stage: key }) : null)}
        ends={[say("explore.flow_from"), say("explore.flow_to")]}
      />
      <h3 className={classes.title}>{say("explore.now_here")}</h3>
      <Figures open={open} figures={stages.map(({ stage, now, median_seconds }) => ({ key: stage, name: named(stage), value: format.number(now), ...(median_seconds === null ? {} : { note: say("explore.stay", { time: format.duration(median_seconds) }) }), where: now > 0 ? { stage, state: "now" } : null }))} />
    </>
  );
}
