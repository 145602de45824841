import type { Plan } from "~/api/types";
import { useTexts } from "~/texts/texts";
import { useUseNames } from "./useNames";
import { type Mapping, roleOf, usesOf } from "./mapping";
import classes from "./wizard.module.css";

/** The first rows as they stand in the file; above each column what the mapping makes of it. */
export function RowsPreview({ plan, mapping }: { plan: Plan; mapping: Mapping | null }) {
  const { say } = useTexts();
  const names = useUseNames();
  return (
    <div className={classes.scroll} tabIndex={0} role="region" aria-label={say("import.rows_title", { count: plan.rows.length })}>
      <table className={classes.rows}>
        <thead>
          <tr>
            {plan.columns.map((column, i) => {
              const role = mapping ? roleOf(mapping, column.name) : "";
              const uses = mapping ? usesOf(mapping, column.name) : [];
              return (
                <th key={`${column.name}${i}`} scope="col" data-used={role !== "" || uses.length > 0}>
                  <span className={classes.columnName}>{column.name}</span>
                  <span className={classes.uses}>
                    {role !== "" && <span className={classes.use}>{names.role(role)}</span>}
                    {uses.slice(0, 2).map(([event, use]) => (
                      <span key={event + use} className={classes.use} title={event}>{names.use(use)}</span>
                    ))}
                    {uses.length > 2 && <span className={classes.use}>+{uses.length - 2}</span>}
                    {role === "" && uses.length === 0 && <span className={classes.unused}>{say("import.kept_property")}</span>}
                  </span>
                </th>
              );
            })}
          </tr>
        </thead>
        <tbody>
          {plan.rows.map((row, i) => (
            <tr key={i}>
              {row.map((cell, j) => (
                <td key={j}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
