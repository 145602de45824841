import { Button, Checkbox } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { Face } from "~/kit/drawing/Face";
import { levelOf } from "~/kit/feelings";
import { useFormat } from "~/kit/format";
import { useCurrency } from "~/kit/selection/useChoices";
import { useTexts } from "~/texts/texts";
import { ShareBar } from "../drawing/ShareBar";
import { StepStrip } from "../drawing/StepStrip";
import { rowsOf, type ViewProps } from "../view";
import classes from "./representative.module.css";

interface Share {
  share: number | null;
  low: number | null;
  high: number | null;
}

interface Cluster extends Share {
  cluster: number;
  journeys: number;
  exact: number;
  similarity: number | null;
  outcome?: Share & { journeys: number };
  money: number | null;
  feeling: { n: number; mean: number | null; low: number | null; high: number | null };
  steps: ({ step: string; journeys: number; median_seconds: number | null } & Share)[];
  examples: string[];
}

/** The few journeys that stand for all of them, one strip each; merged and split by hand. */
export function RepresentativeView({ answer, step, open, exploring, change }: ViewProps) {
  const { say } = useTexts();
  const [picked, setPicked] = useState<number[]>([]);
  const clusters = rowsOf<Cluster>(answer, "clusters");
  const { merge, split, ...rest } = exploring.ask ?? {};
  const changed = Boolean(merge || split);
  const set = (ask: Record<string, string>) => {
    setPicked([]);
    change({ ask: { ...rest, ...ask }, open: undefined });
  };
  return (
    <>
      <div className={classes.tools} data-controls>
        {changed ? <Button size="compact-xs" variant="default" onClick={() => set({})}>{say("explore.groups_undo")}</Button> : (
          <>
            <span>{say("explore.groups_hint")}</span>
            <Button size="compact-xs" variant="default" disabled={picked.length < 2} onClick={() => set({ merge: picked.join("+") })}>{say("explore.groups_merge")}</Button>
            <Button size="compact-xs" variant="default" disabled={picked.length !== 1} onClick={() => set({ split: String(picked[0]) })}>{say("explore.groups_split")}</Button>
          </>
        )}
      </div>
      <ul className={classes.clusters}>
        {clusters.map((row) => (
          <li key={row.cluster}>
            <Head row={row} open={open} />
            {!changed && <Checkbox className={classes.pick ?? ""} size="xs" aria-label={say("explore.groups_pick", { group: row.cluster })} checked={picked.includes(row.cluster)} onChange={(event) => setPicked(event.currentTarget.checked ? [...picked, row.cluster].sort((a, b) => a - b) : picked.filter((each) => each !== row.cluster))} data-controls />}
            <Strip row={row} step={step} />
            <Facts row={row} open={open} />
          </li>
        ))}
      </ul>
    </>
  );
}

function Head({ row, open }: { row: Cluster; open: ViewProps["open"] }) {
  const { say } = useTexts();
  const format = useFormat();
  const { cluster, journeys, share, low, high } = row;
  return (
    <button type="button" className={`plain ${classes.head}`} onClick={() => open({ cluster: String(cluster) })}>
      <b>{cluster}</b>
      <strong>{format.percent(share ?? 0)}</strong>
      <small>{say("explore.between", { low: format.percent(low ?? 0), high: format.percent(high ?? 0) })} · {say("explore.journeys", { count: journeys, value: format.number(journeys) })}</small>
      <span className={classes.bar}><ShareBar value={share ?? 0} low={low ?? undefined} high={high ?? undefined} /></span>
    </button>
  );
}

function Strip({ row, step }: { row: Cluster; step: (key: string) => string }) {
  const format = useFormat();
  const steps = row.steps.map((each) => ({ name: step(each.step), share: each.share, note: format.percent(each.share ?? 0, 0), ...(each.median_seconds === null ? {} : { before: format.duration(each.median_seconds) }) }));
  return <div className={classes.strip}><StepStrip steps={steps} /></div>;
}

function Facts({ row, open }: { row: Cluster; open: ViewProps["open"] }) {
  const { say } = useTexts();
  const format = useFormat();
  const currency = useCurrency();
  const { cluster, outcome, money, feeling, exact, examples } = row;
  return (
    <p className={classes.facts}>
      {outcome && <button type="button" className="plain" disabled={outcome.journeys === 0} onClick={() => open({ cluster: String(cluster), state: "outcome" })}>{say("explore.with_outcome", { share: format.percent(outcome.share ?? 0), low: format.percent(outcome.low ?? 0), high: format.percent(outcome.high ?? 0) })}</button>}
      {money !== null && money > 0 && <span>{say("explore.money_each", { money: format.compactMoney(money, currency) })}</span>}
      {feeling.mean !== null && <span><Face level={levelOf(feeling.mean)} size={16} /> {format.signed(feeling.mean, 1)} <small>n {format.number(feeling.n)}</small></span>}
      <button type="button" className="plain" disabled={exact === 0} onClick={() => open({ cluster: String(cluster), state: "exact" })}>{say("explore.exactly_so", { value: format.number(exact) })}</button>
      {examples.length > 0 && <span>{say("explore.examples")} {examples.map((id) => <Link key={id} to="/customers/$id" params={{ id }}>{id}</Link>)}</span>}
    </p>
  );
}
