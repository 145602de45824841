import { Badge, Chip } from "@mantine/core";
import { useState } from "react";
import { useChannelName } from "~/kit/drawing/ChannelIcon";
import { useFormat } from "~/kit/format";
import { useCurrency } from "~/kit/selection/useChoices";
import { useTexts } from "~/texts/texts";
import { Figures } from "../drawing/Figures";
import { Ranked } from "../drawing/Ranked";
import { useNumber } from "../useNumber";
import { rowsOf, type ViewProps } from "../view";
import classes from "./compare.module.css";

interface Side {
  customers: number;
  share: number;
  low: number;
  high: number;
}

const ABOUT = ["trait", "touchpoint", "event", "channel", "stage", "money", "feelings", "rhythm", "channels"] as const;

interface Difference {
  about: (typeof ABOUT)[number];
  what: string;
  value: string;
  share: number | null;
  other_share: number | null;
  mean: number | null;
  other_mean: number | null;
  effect: number;
  effect_low: number;
  effect_high: number;
  lift: number | null;
  lift_low: number | null;
  lift_high: number | null;
  defining: boolean;
}

const RANGE = { from: -1, to: 1 };

/** Two groups of customers: their sizes, and in what they differ, on one scale from "never" to "always more". */
export function CompareView({ answer, step, stage, open }: ViewProps) {
  const { say } = useTexts();
  const format = useFormat();
  const [about, setAbout] = useState<string | null>(null);
  const rows = rowsOf<Difference>(answer, "differences");
  const there = ABOUT.filter((each) => rows.some((row) => row.about === each));
  const lines = useLines({ step, stage });
  const [first, second] = [answer.first as unknown as Side, answer.second as unknown as Side];
  const size = (key: "first" | "second", side: Side) => ({ key, name: say(`explore.compare_${key}`), value: format.number(side.customers), note: `${format.percent(side.share)} ${say("explore.between", { low: format.percent(side.low), high: format.percent(side.high) })}`, where: side.customers > 0 ? { group: key } : null });
  const both = Number(answer.both);
  return (
    <>
      <Figures open={open} figures={[size("first", first), size("second", second), ...(both > 0 ? [{ key: "both", name: say("explore.compare_both"), value: format.number(both), note: say("explore.compare_both_help"), where: { group: "both" } }] : [])]} />
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

function useLines({ step, stage }: Pick<ViewProps, "step" | "stage">) {
  const { say } = useTexts();
  const format = useFormat();
  const currency = useCurrency();
  const number = useNumber();
  const channel = useChannelName();
  const named = (row: Difference) => {
    if (row.about === "trait") return `${row.what.replaceAll("_", " ")}: ${row.value}`;
    if (row.share === null) return number(row.what);
    return row.about === "channel" ? channel(row.what) : row.about === "stage" ? stage(row.what) : step(row.what);
  };
  const written = (row: Difference, share: number | null, mean: number | null) => {
    if (share !== null) return format.percent(share);
    return row.what === "money" ? format.compactMoney(mean ?? 0, currency) : row.about === "feelings" ? format.signed(mean ?? 0, 1) : format.number(mean ?? 0, 1);
  };
  return (rows: Difference[]) => rows.map((row) => ({
    key: `${row.about} ${row.what} ${row.value}`,
    label: <>{named(row)} <small className={classes.about}>{say(`explore.about_${row.about}`)}</small>{row.defining && <Badge size="xs" variant="light" color="gray" ml={6}>{say("explore.compare_defining")}</Badge>}</>,
    value: written(row, row.share, row.mean),
    note: say("explore.compare_against", { value: written(row, row.other_share, row.other_mean) }),
    figure: { value: row.effect, low: row.effect_low, high: row.effect_high },
    hit: row.effect < 0,
    written: row.lift === null ? format.signed(row.effect, 2) : say("explore.compare_lift", { value: format.number(row.lift, row.lift < 1 ? 2 : 1) }),
    between: row.lift_low === null || row.lift_high === null ? say("explore.between", { low: format.signed(row.effect_low, 2), high: format.signed(row.effect_high, 2) }) : say("explore.between", { low: format.number(row.lift_low, row.lift_low < 1 ? 2 : 1), high: format.number(row.lift_high, row.lift_high < 1 ? 2 : 1) }),
    where: { about: row.about, what: row.what, ...(row.value ? { value: row.value } : {}) },
  }));
}
