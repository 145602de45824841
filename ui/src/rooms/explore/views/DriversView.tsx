import { Badge } from "@mantine/core";
import { useFormat } from "~/kit/format";
import { useTexts } from "~/texts/texts";
import { Figures, type Told } from "../drawing/Figures";
import { Ranked } from "../drawing/Ranked";
import { type Driver, rangeOfDrivers, useDriver, whereDriven } from "../useDriver";
import { rowsOf, type ViewProps } from "../view";
import classes from "./compare.module.css";

/** How it ends in all, and the touchpoints before it with which it ends otherwise than without them. */
export function DriversView({ answer, open }: ViewProps) {
  const { say } = useTexts();
  const format = useFormat();
  const told = useDriver();
  const rows = rowsOf<Driver>(answer, "drivers");
  const bought = answer.outcome === "purchase";
  const lines = rows.map((row) => ({
    key: row.what,
    label: <>{told.named(row)} <small className={classes.about}>{told.sides(row)}</small>{row.defining && <Badge size="xs" variant="light" color="gray" ml={6}>{say("explore.compare_defining")}</Badge>}{bought && row.buying && <Badge size="xs" variant="light" color="gray" ml={6}>{say("explore.drivers_buying")}</Badge>}</>,
    value: told.value(row),
    note: told.against(row),
    figure: { value: row.effect, low: row.effect_low, high: row.effect_high },
    hit: row.effect < 0,
    written: told.effect(row),
    between: told.between(row),
    where: whereDriven(row),
  }));
  const tested = format.number(Number(answer.tested));
  return (
    <>
      <Figures open={open} figures={useOverall(answer, bought)} />
      {rows.length > 0 && <p className={classes.scale} aria-hidden="true"><span>← {say(bought ? "explore.drivers_unsureer" : "explore.drivers_worse")}</span><span>{say(bought ? "explore.drivers_more" : "explore.drivers_better")} →</span></p>}
      {rows.length === 0 ? <p className={classes.none}>{say(answer.known === "few" ? "explore.drivers_unsure" : "explore.drivers_nothing", { tested })}</p> : <Ranked lines={lines} open={open} range={rangeOfDrivers(rows)} most={40} />}
      <p className={classes.none}>{say(bought ? "explore.drivers_how" : "explore.drivers_how_ratings", { tested, window: format.duration(Number(answer.window_seconds)) })}</p>
    </>
  );
}

/** All that ended, how it ended, and what is not counted. */
function useOverall(answer: ViewProps["answer"], bought: boolean): Told[] {
  const { say } = useTexts();
  const format = useFormat();
  const [n, level] = [Number(answer.n), (bought ? answer.share : answer.mean) as number | null];
  const write = (value: unknown) => (value === null ? "–" : bought ? format.percent(Number(value)) : format.signed(Number(value), 2));
  const between = level === null ? "" : say("explore.between", { low: write(answer.low), high: write(answer.high) });
  const people = say("explore.drivers_people", { count: Number(answer.people), value: format.number(Number(answer.people)) });
  const apart = (key: "pending" | "untouched", name: string): Told[] => (Number(answer[key]) > 0 ? [{ key, name, value: format.number(Number(answer[key])), where: { state: key } }] : []);
  return [
    { key: "n", name: say(bought ? "explore.drivers_journeys" : "explore.drivers_ratings"), value: format.number(n), note: people, where: n > 0 ? { state: "ended" } : null },
    { key: "level", name: say(bought ? "explore.drivers_bought" : "explore.drivers_mean"), value: write(level), note: between, where: bought && Number(answer.bought) > 0 ? { state: "bought" } : null },
    ...apart("pending", say("explore.drivers_pending")),
    ...apart("untouched", say("explore.drivers_untouched")),
  ];
}
