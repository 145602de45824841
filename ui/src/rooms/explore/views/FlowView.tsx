import { useMemo } from "react";
import { useFormat } from "~/kit/format";
import { useTexts } from "~/texts/texts";
import { Flow } from "../drawing/Flow";
import { Ranked } from "../drawing/Ranked";
import type { Link } from "../drawing/sankey";
import { rowsOf, type ViewProps } from "../view";
import classes from "./views.module.css";

interface Move {
  from: string | null;
  from_state: string;
  to: string | null;
  to_state: string;
  n: number;
  customers: number;
  share: number;
}

const STATES = ["active", "slowing", "left", "nowhere"];
const key = (stage: string | null, state: string) => `${stage ?? ""}|${state}`;
const parts = (place: string) => place.split("|") as [stage: string, state: string];

/** Where customers stood at one moment and where they stand at a later one, with how silent they are. */
export function FlowView({ answer, stage: named, open }: ViewProps) {
  const { say } = useTexts();
  const format = useFormat();
  const { links, order } = useMemo(() => flowOf(rowsOf<Move>(answer, "flow")), [answer]);
  const name = (place: string) => {
    const [stage, state] = parts(place);
    const said = say(`explore.silence_${state as "active"}`);
    return stage ? (state === "active" ? named(stage) : `${named(stage)} · ${said}`) : said;
  };
  const where = (end: "from" | "to", place: string) => {
    const [stage, state] = parts(place);
    return { ...(stage ? { [end]: stage } : {}), [`${end}_state`]: state };
  };
  const stood = (place: string) => links.filter(({ from }) => from === place).reduce((sum, { value }) => sum + value, 0);
  const back = rowsOf<{ from: string; to: string; customers: number }>(answer, "back").map((row) => ({
    key: `${row.from}>${row.to}`,
    label: `${named(row.from)} → ${named(row.to)}`,
    value: format.number(row.customers),
    note: "",
    figure: { value: row.customers / Math.max(1, answer.customers) },
    where: { state: "back", from: row.from, to: row.to },
  }));
  return (
    <>
      <Flow
        links={links}
        order={order}
        name={name}
        stood={stood}
        calm={(place) => place === key(null, "nowhere")}
        press={({ from, to }) => () => open({ ...where("from", from), ...where("to", to) })}
        pressNode={(layer, place) => (layer === 0 ? () => open(where("from", place)) : null)}
        ends={[say("explore.flow_then"), say("explore.flow_now")]}
      />
      {back.length > 0 && (
        <>
          <h3 className={classes.title}>{say("explore.flow_back")}</h3>
          <Ranked lines={back} open={open} hit />
        </>
      )}
    </>
  );
}

/** The moves, and the places in the order of stages: of one stage, the active ones stand on top. */
function flowOf(moves: Move[]): { links: Link[]; order: string[] } {
  const stages: string[] = [];
  for (const { from, to } of moves) for (const stage of [from, to]) if (stage !== null && !stages.includes(stage)) stages.push(stage);
  const order = [...stages.flatMap((stage) => STATES.map((state) => key(stage, state))), key(null, "nowhere")];
  return { order, links: moves.map(({ from, from_state, to, to_state, customers }) => ({ layer: 0, from: key(from, from_state), to: key(to, to_state), value: customers })) };
}
