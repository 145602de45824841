import { useFormat } from "~/kit/format";
import { useTexts } from "~/texts/texts";
import { usePeriodName } from "../useWritten";
import { rowsOf, type ViewProps } from "../view";
import classes from "./retention.module.css";

interface Period {
  period: string;
  customers: number;
  mean_days: number | null;
  days: { days: number; customers: number }[];
}

/** Columns up to here stand for one number of days each; the last one for all above. */
const COLUMNS = 10;

/** Periods by days: the darker a cell, the more of the period's customers were active on so many days. */
export function StickinessView({ answer, open }: ViewProps) {
  const { say } = useTexts();
  const format = useFormat();
  const named = usePeriodName();
  const periods = rowsOf<Period>(answer, "periods");
  const longest = Math.min(COLUMNS, Math.max(1, ...periods.flatMap(({ days }) => days.map((each) => each.days))));
  const columns = Array.from({ length: longest }, (_, i) => i + 1);
  return (
    <div className={classes.scroll} tabIndex={0} role="region" aria-label={say("explore.stickiness_label")}>
      <table className={classes.map}>
        <thead>
          <tr>
            <th scope="col">{say("explore.column_period")}</th>
            <th scope="col" data-number>{say("explore.column_customers")}</th>
            <th scope="col" data-number>{say("explore.column_mean_days")}</th>
            {columns.map((days) => <th key={days} scope="col">{say("explore.days_active", { count: days, value: days })}</th>)}
          </tr>
        </thead>
        <tbody>
          {periods.map(({ period, customers, mean_days, days }) => (
            <tr key={period}>
              <th scope="row">{named(period)}</th>
              <td data-number><button type="button" className="plain" onClick={() => open({ period })}>{format.number(customers)}</button></td>
              <td data-number>{mean_days === null ? "–" : format.fixed(mean_days, 2)}</td>
              {columns.map((column) => {
                const count = days.find((each) => each.days === column)?.customers ?? 0;
                const share = customers ? count / customers : 0;
                return (
                  <td key={column}>
                    {count > 0 && <button type="button" className={`plain ${classes.cell}`} data-deep={share > 0.5} style={{ "--share": share } as React.CSSProperties} aria-label={`${named(period)}, ${say("explore.days_active", { count: column, value: column })}: ${format.number(count)}`} title={`${format.number(count)} · ${format.percent(share)}`} onClick={() => open({ period, days: String(column) })}>{format.percent(share, 0)}</button>}
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
