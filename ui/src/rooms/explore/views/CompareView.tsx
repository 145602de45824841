import { Badge, Button, Chip } from "@mantine/core";
import { useState } from "react";
import { useFormat } from "~/kit/format";
import { useTexts } from "~/texts/texts";
import { Figures } from "../drawing/Figures";
import { Ranked } from "../drawing/Ranked";
import { ABOUT, type Difference, useDifference, whereOf } from "../useDifference";
import { rowsOf, type ViewProps } from "../view";
import classes from "./compare.module.css";

interface Side {
  customers: number;
  share: number;
  low: number;
  high: number;
}

const RANGE = { from: -1, to: 1 };

/** Two groups of customers: their sizes, and in what they differ, on one scale from "never" to "always more". */
export function CompareView({ answer, stage, open, exploring, change }: ViewProps) {
  const { say } = useTexts();
  const format = useFormat();
  const [about, setAbout] = useState<string | null>(null);
  const rows = rowsOf<Difference>(answer, "differences");
  const there = ABOUT.filter((each) => rows.some((row) => row.about === each));
  const lines = useLines(stage);
  const [first, second] = [answer.first as unknown as Side, answer.second as unknown as Side];
  const size = (key: "first" | "second", side: Side) => ({ key, name: say(`explore.compare_${key}`), value: format.number(side.customers), note: `${format.percent(side.share)} ${say("explore.between", { low: format.percent(side.low), high: format.percent(side.high) })}`, where: side.customers > 0 ? { group: key } : null });
  const both = Number(answer.both);
  const counted = answer.counted as "first" | "second" | "apart";
  const everybody = () => change({ ask: Object.fromEntries(Object.entries(exploring.ask ?? {}).filter(([name]) => name !== "against" && name !== "both")), open: undefined });
  return (
    <>
      <Figures open={open} figures={[size("first", first), size("second", second), ...(both > 0 ? [{ key: "both", name: say("explore.compare_both"), value: format.number(both), note: say(`explore.compare_both_${counted}`), where: { group: "both" } }] : [])]} />
      {both > 0 && <Button size="compact-xs" variant="default" mt={10} onClick={everybody} data-controls>{say("explore.compare_everybody")}</Button>}
      {there.length > 1 && (
        <div className={classes.chips} data-controls>
          {there.map((each) => <Chip key={each} size="xs" checked={about === each} onChange={(on) => setAbout(on ? each : null)}>{say(`explore.about_${each}`)}</Chip>)}
        </div>
      )}
      <p className={classes.scale} aria-hidden="true"><span>← {say("explore.compare_less")}</span><span>{say("explore.compare_more")} →</span></p>
      {rows.length === 0 ? <p className={classes.none}>{say("explore.compare_nothing", { value: format.number(Number(answer.tested)) })}</p> : <Ranked lines={lines(rows.filter((row) => about === null || row.about === about))} open={open} range={RANGE} most={40} />}
      <p className={classes.none}>{say("explore.compare_how", { tested: format.number(Number(answer.tested)) })}</p>
    </>
  );
}

function useLines(stage: ViewProps["stage"]) {
  const { say } = useTexts();
  const told = useDifference(stage);
  return (rows: Difference[]) => rows.map((row) => ({
    key: `${row.about} ${row.what} ${row.value}`,
    label: <>{told.named(row)} <small className={classes.about}>{say(`explore.about_${row.about}`)}</small>{row.defining && <Badge size="xs" variant="light" color="gray" ml={6}>{say("explore.compare_defining")}</Badge>}</>,
    value: told.value(row),
    note: told.against(row),
    figure: { value: row.effect, low: row.effect_low, high: row.effect_high },
    hit: row.effect < 0,
    written: told.lift(row),
    between: told.between(row),
    where: whereOf(row),
  }));
}
