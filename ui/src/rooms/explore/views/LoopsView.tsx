import { useFormat } from "~/kit/format";
import { useTexts } from "~/texts/texts";
import { Ranked } from "../drawing/Ranked";
import { writeSteps } from "../steps";
import { rowsOf, type ViewProps } from "../view";
import classes from "./views.module.css";

interface Loop {
  loop: string[];
  customers: number;
  visits: number;
  rounds: number;
  mean_seconds: number;
  share: number;
  low: number;
  high: number;
}

/** The circles that most customers go in, how long one takes, and the share of whom nothing was seen afterwards. */
export function LoopsView({ answer, step, open }: ViewProps) {
  const { say } = useTexts();
  const format = useFormat();
  const lines = rowsOf<Loop>(answer, "loops").map((row) => ({
    key: row.loop.join(">"),
    label: (
      <>
        ↻ {row.loop.slice(0, -1).map(step).join(" → ")}
        <small className={classes.under}>{say("explore.loop_told", { visits: format.number(row.visits), rounds: format.number(row.rounds / Math.max(1, row.visits), 1), time: format.duration(row.mean_seconds) })}</small>
      </>
    ),
    value: format.number(row.customers),
    note: say("explore.went_round"),
    figure: { value: row.share, low: row.low, high: row.high },
    where: { loop: writeSteps(row.loop.map((name) => [name])) },
  }));
  return (
    <>
      <p className={classes.lead}>{say("explore.loops_lead")}</p>
      <Ranked lines={lines} open={open} hit />
    </>
  );
}
