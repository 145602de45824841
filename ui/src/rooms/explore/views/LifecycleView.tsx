import { useFormat } from "~/kit/format";
import { useTexts } from "~/texts/texts";
import { Legend, Stacked } from "../drawing/Stacked";
import { usePeriodName } from "../useWritten";
import { rowsOf, type ViewProps } from "../view";
import classes from "./periods.module.css";

interface Period {
  period: string;
  customers: number;
  new: number;
  returning: number;
  resurrected: number;
  dormant: number | null;
  kept: number | null;
  low: number | null;
  high: number | null;
  complete: boolean;
}

const GAINED = ["returning", "new", "resurrected"] as const;
const COLOURS = { returning: "var(--accent)", new: "var(--feeling-3)", resurrected: "var(--feeling-4)", dormant: "var(--bar-hit)" };

/** Period by period: who was there, by where they came from, and beside it who fell silent. */
export function LifecycleView({ answer, open }: ViewProps) {
  const { say } = useTexts();
  const format = useFormat();
  const named = usePeriodName();
  const periods = rowsOf<Period>(answer, "periods");
  const most = Math.max(1, ...periods.map(({ customers, dormant }) => customers + (dormant ?? 0)));
  return (
    <>
      <Legend parts={[...GAINED, "dormant" as const].map((state) => ({ name: say(`explore.state_${state}`), colour: COLOURS[state] }))} />
      <ul className={classes.periods}>
        {periods.map((row) => {
          const parts = [...GAINED, "dormant" as const].map((state) => ({ key: state, value: row[state] ?? 0, name: say(`explore.state_${state}`), colour: COLOURS[state], where: { period: row.period, state } }));
          return (
            <li key={row.period}>
              <span className={classes.name}>{named(row.period)}</span>
              <Stacked parts={parts} most={most} of={named(row.period)} open={open} />
              <button type="button" className={`plain ${classes.figure}`} onClick={() => open({ period: row.period })}>{format.number(row.customers)}</button>
              <span className={classes.kept}>{row.kept !== null ? say("explore.kept", { share: format.percent(row.kept), low: format.percent(row.low ?? 0), high: format.percent(row.high ?? 0) }) : row.complete ? "" : say("explore.running")}</span>
            </li>
          );
        })}
      </ul>
    </>
  );
}
