import { useFormat } from "~/kit/format";
import { useCurrency } from "~/kit/selection/useChoices";
import { useTexts } from "~/texts/texts";
import { DayLine } from "../drawing/DayLine";
import { usePeriodName, useWritten } from "../useWritten";
import { rowsOf, type ViewProps } from "../view";
import classes from "./anomalies.module.css";

interface Changed {
  what: string;
  measure: "conversion" | "customers" | "seconds";
  from: string;
  to: string | null;
  group: string;
  before: number;
  during: number;
}

interface Anomaly extends Changed {
  low: number;
  high: number;
  n: number;
  lost: number | null;
  cost: number | null;
  cost_low: number | null;
  cost_high: number | null;
  also: Changed[];
}

interface Days {
  anomaly: number;
  from: string;
  values: (number | null)[];
}

/** What changed abruptly: before and during, when, for whom, at what cost; the days around it as a line. */
export function AnomaliesView({ answer, step, stage, open }: ViewProps) {
  const days = rowsOf<Days>(answer, "days");
  return (
    <ul className={classes.list}>
      {rowsOf<Anomaly>(answer, "anomalies").map((row, i) => (
        <li key={`${row.what}${row.measure}${row.from}${row.group}`}>
          <Told row={row} days={days.find(({ anomaly }) => anomaly === i + 1)} step={step} stage={stage} open={open} />
        </li>
      ))}
    </ul>
  );
}

function Told({ row, days, step, stage, open }: Pick<ViewProps, "step" | "stage" | "open"> & { row: Anomaly; days: Days | undefined }) {
  const { say } = useTexts();
  const format = useFormat();
  const currency = useCurrency();
  const write = useWritten({ step, stage });
  const named = usePeriodName();
  const kind = row.measure === "conversion" ? "share" : row.measure === "seconds" ? "span" : "figure";
  const money = (minor: number | null) => (minor === null ? "–" : format.compactMoney(minor, currency));
  const when = (each: Changed) => (each.to === null ? say("explore.since", { from: named(each.from) }) : `${named(each.from)} – ${named(each.to)}`);
  return (
    <article className={classes.story}>
      <header>
        <span data-measure={row.measure}>{say(`explore.measure_${row.measure}`)}</span>
        <h3>{write("step", row.what)}</h3>
        <p>{when(row)} · {row.group || say("selection.everyone")}</p>
      </header>
      <div className={classes.change}>
        <p><small>{say("explore.column_before")}</small><strong>{write(kind, row.before)}</strong></p>
        <span aria-hidden="true">→</span>
        <p data-worse={row.measure === "seconds" ? row.during > row.before : row.during < row.before}><small>{say("explore.column_during")}</small><strong>{write(kind, row.during)}</strong><small>{say("explore.between", { low: write(kind, row.low), high: write(kind, row.high) })}, n {format.number(row.n)}</small></p>
      </div>
      {days && <DayLine values={days.values} from={days.from} first={row.from} last={row.to} before={row.before} label={say("explore.days_label", { what: write("step", row.what) })} />}
      <p className={classes.cost}>
        {row.lost !== null && row.lost > 0 && <button type="button" className="plain" onClick={() => open(whereOf(row))}>{say("explore.lost", { count: row.lost, value: format.number(row.lost) })}</button>}
        {(row.lost === null || row.lost <= 0) && <button type="button" className="plain" onClick={() => open({ ...whereOf(row), state: "tried" })}>{say("explore.who_it_was")}</button>}
        {row.cost !== null && row.cost !== 0 && <span>{say(row.cost > 0 ? "explore.cost" : "explore.gain", { money: money(Math.abs(row.cost)), low: money(Math.abs(row.cost > 0 ? (row.cost_low ?? 0) : (row.cost_high ?? 0))), high: money(Math.abs(row.cost > 0 ? (row.cost_high ?? 0) : (row.cost_low ?? 0))) })}</span>}
      </p>
      {row.also.length > 0 && (
        <details className={classes.also}>
          <summary>{say("explore.also", { count: row.also.length })}</summary>
          <ul>
            {row.also.map((each) => (
              <li key={`${each.what}${each.measure}${each.group}${each.from}`}>
                <button type="button" className="plain" onClick={() => open(whereOf(each))}>{say(`explore.measure_${each.measure}`)}: {write("step", each.what)} · {each.group || say("selection.everyone")} · {when(each)}</button>
              </li>
            ))}
          </ul>
        </details>
      )}
    </article>
  );
}

function whereOf({ what, measure, group, from, to }: Changed) {
  return { what, measure, ...(group ? { group } : {}), from, ...(to === null ? {} : { to }) };
}
