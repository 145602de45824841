import { useFormat } from "~/kit/format";
import { useSegmentName } from "~/kit/selection/useKeptSegments";
import { useTexts } from "~/texts/texts";
import { SEGMENT } from "../groups";
import { usePeriodName, useWritten } from "../useWritten";
import { rowsOf, type ViewProps } from "../view";
import classes from "./retention.module.css";

interface Period {
  period: string;
  n: number;
  customers: number;
  share: number | null;
  low: number | null;
  high: number | null;
  complete: boolean;
}

interface Cohort {
  cohort: string;
  customers: number;
  periods: Period[];
}

/** Cohorts by periods: the darker a cell, the more of the cohort were back; a period that is not over yet is hatched. */
export function RetentionView({ answer, open, step, stage, exploring }: ViewProps) {
  const { say } = useTexts();
  const format = useFormat();
  const date = usePeriodName();
  const channel = useWritten({ step, stage });
  const cohorts = rowsOf<Cohort>(answer, "cohorts");
  const periods = cohorts.reduce<Period[]>((longest, each) => (each.periods.length > longest.length ? each.periods : longest), []);
  const by = exploring.ask?.by ?? "";
  const segment = useSegmentName(by.startsWith(SEGMENT));
  const inside = (cohort: string) => (cohort === "–" ? say("explore.group_outside") : segment(cohort));
  const named = (cohort: string) => (by.startsWith(SEGMENT) ? inside(cohort) : by === "stage" ? stage(cohort) : by === "channel" ? channel("channel", cohort) : date(cohort) || "–");
  return (
    <div className={classes.scroll} tabIndex={0} role="region" aria-label={say("explore.retention_label")}>
      <table className={classes.map}>
        <thead>
          <tr>
            <th scope="col">{say("explore.column_cohort")}</th>
            <th scope="col" data-number>{say("explore.column_customers")}</th>
            {periods.map(({ period }) => <th key={period} scope="col">{period}</th>)}
          </tr>
        </thead>
        <tbody>
          {cohorts.map(({ cohort, customers, periods: cells }) => (
            <tr key={cohort}>
              <th scope="row">{named(cohort)}</th>
              <td data-number><button type="button" className="plain" onClick={() => open({ cohort })}>{format.number(customers)}</button></td>
              {cells.map((cell) => {
                const { share, low, high } = cell;
                const told = share !== null && low !== null && high !== null ? say("table.figure", { value: format.percent(share), low: format.percent(low), high: format.percent(high), n: format.number(cell.n) }) : say("explore.not_over", { value: format.number(cell.customers) });
                return (
                  <td key={cell.period}>
                    <button type="button" className={`plain ${classes.cell}`} data-open={!cell.complete} data-deep={(share ?? 0) > 0.5} style={{ "--share": share ?? 0 } as React.CSSProperties} title={told} aria-label={`${named(cohort)}, ${cell.period}: ${told}`} onClick={() => open({ cohort, period: cell.period })}>
                      {share === null ? "…" : format.percent(share, 0)}
                    </button>
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
