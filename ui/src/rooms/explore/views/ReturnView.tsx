import { rangeOf } from "~/kit/drawing/IntervalBar";
import { useFormat } from "~/kit/format";
import { useTexts } from "~/texts/texts";
import { Ranked } from "../drawing/Ranked";
import { useWritten } from "../useWritten";
import { rowsOf, type ViewProps } from "../view";
import { Figures } from "../drawing/Figures";
import classes from "./views.module.css";

interface Before {
  event: string;
  met: string;
  n: number;
  returned: number;
  share: number | null;
  expected: number | null;
  effect: number | null;
  low: number | null;
  high: number | null;
  p_adjusted: number | null;
}

interface Silence {
  silent_seconds: number;
  n: number;
  returned: number;
  share: number;
  low: number;
  high: number;
}

const number = (value: unknown) => (typeof value === "number" ? value : 0);

/** How many come back, how likely that is after how long a silence, and what goes with it beyond chance. */
export function ReturnView({ answer, step, stage, open }: ViewProps) {
  const { say } = useTexts();
  const format = useFormat();
  const write = useWritten({ step, stage });
  const compared = rowsOf<Before>(answer, "before").filter((row) => row.effect !== null);
  const range = rangeOf(compared.map((row) => ({ value: row.effect ?? 0, low: row.low ?? 0, high: row.high ?? 0 })), false);
  const points = (value: number | null) => (value === null ? "–" : format.signed(value * 100, 1));
  const effects = compared.map((row) => ({
    key: `${row.met} ${row.event}`,
    label: <>{step(row.event)}<small className={classes.under}>{write("word", row.met)}</small></>,
    value: format.number(row.returned),
    note: say("explore.of_told", { value: format.number(row.n) }),
    figure: { value: row.effect ?? 0, low: row.low, high: row.high },
    written: say("explore.in_points", { value: points(row.effect) }),
    between: `${say("explore.between", { low: points(row.low), high: points(row.high) })} p ${write("chance", row.p_adjusted)}`,
    hit: (row.effect ?? 0) < 0,
    where: { event: row.event },
  }));
  const silences = rowsOf<Silence>(answer, "silences").map((row) => ({
    key: String(row.silent_seconds),
    label: say("explore.silent_for", { span: format.duration(row.silent_seconds) }),
    value: format.number(row.returned),
    note: say("explore.of_told", { value: format.number(row.n) }),
    figure: { value: row.share, low: row.low, high: row.high },
    where: null,
  }));
  return (
    <>
      <Figures open={open} figures={(["silent", "returned", "still_silent"] as const).map((state) => ({ key: state, name: say(`explore.state_${state}`), value: format.number(number(answer[state])), where: { state } }))} />
      <h3 className={classes.title}>{say("explore.return_effects")}</h3>
      <Ranked lines={effects} open={open} range={range} />
      <h3 className={classes.title}>{say("explore.return_silences")}</h3>
      <Ranked lines={silences} open={open} />
    </>
  );
}
