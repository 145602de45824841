import { Button, Select } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { Spark } from "~/kit/drawing/Spark";
import tables from "~/kit/page/table.module.css";
import { known, useTexts } from "~/texts/texts";
import type { Where } from "./address";
import classes from "./AnswerTable.module.css";
import { whereOf } from "./points";
import { columnsOf, type Row, type Table, tablesOf } from "./table";
import { useStepName } from "./useStepNames";
import { useWritten } from "./useWritten";
import { kindOf } from "./values";
import type { ViewProps } from "./view";

const FIRST = 100;
/** Lists of numbers longer than this are a line, not a row of figures. */
const FEW = 8;

/** Any answer as a table: names in words, shares in percent, times as spans; every number that stands for customers opens them. */
export function AnswerTable(props: ViewProps) {
  const { line, answer, exploring, change } = props;
  const { say } = useTexts();
  const found = tablesOf(answer, line.rows);
  const table = found.find(({ name }) => name === exploring.part) ?? found[0];
  if (!table) return null;
  return (
    <>
      {found.length > 1 && (
        <Select size="xs" className={classes.which ?? ""} aria-label={say("explore.which_table")} allowDeselect={false} value={table.name} onChange={(name) => change({ part: name === found[0]?.name ? undefined : (name ?? undefined) })} data={found.map(({ name, rows }) => ({ value: name, label: `${titleOf(`explore.rows_${name}`, name, say)} (${rows.length})` }))} data-controls />
      )}
      <Rows key={table.name} {...props} table={table} />
    </>
  );
}

function Rows({ answer, step, stage, open, table }: ViewProps & { table: Table }) {
  const { say } = useTexts();
  const [shown, setShown] = useState(FIRST);
  const { name, rows } = table;
  const columns = columnsOf(rows);
  const kept = useStepName("touchpoints");
  // Whoever has only a link may ask for no touchpoints; the page names them as steps.
  const touchpoint = (key: string) => (kept(key) === key ? step(key) : kept(key));
  const write = useWritten({ step, stage, touchpoint });
  const numeric = new Set(columns.filter((column) => rows.some((row) => typeof row[column] === "number")));
  const title = (column: string) => columnTitle(answer.question, column, { say, step });
  const written = (column: string, row: Row) => write(kindOf(answer.question, name, column, row), row[column] ?? null);
  return (
    <>
      <div className={tables.scroll} tabIndex={0} role="region" aria-label={say("explore.table_label")}>
        <table className={`${tables.table} ${classes.table}`}>
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column} scope="col" data-number={numeric.has(column) || undefined}>{title(column)}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, shown).map((row, i) => (
              <tr key={i}>
                {columns.map((column, at) => (
                  <Value key={column} head={at === 0} numeric={numeric.has(column)} column={column} value={row[column] ?? null} text={written(column, row)} where={whereOf(answer, name, column, row, i)} open={open} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {rows.length > shown && (
        <Button variant="default" size="xs" mt={10} onClick={() => setShown(shown + FIRST)}>{say("explore.more_rows", { shown, all: rows.length })}</Button>
      )}
    </>
  );
}

interface ValueProps {
  head: boolean;
  /** Whether the column holds numbers, this value or not. */
  numeric: boolean;
  column: string;
  value: Row[string];
  text: string;
  where: Where | null;
  open: (where: Where) => void;
}

function Value({ head, numeric, column, value, text, where, open }: ValueProps) {
  if (where) {
    return (
      <td data-number>
        <button type="button" className={`plain ${classes.open}`} onClick={() => open(where)}>{text}</button>
      </td>
    );
  }
  if (column === "customer" && typeof value === "string") return <th scope="row"><Link to="/customers/$id" params={{ id: value }} className={classes.customer}>{value}</Link></th>;
  if (Array.isArray(value) && value.length > FEW && value.every((each) => typeof each === "number")) return <td title={text}><Spark values={value} width={120} height={22} /></td>;
  if (head && typeof value !== "number") return <th scope="row">{text}</th>;
  return <td data-number={numeric || undefined}>{text}</td>;
}

/** The text under a key made from data; without one, the data's own word. */
export function titleOf(key: string, otherwise: string, say: ReturnType<typeof useTexts>["say"]): string {
  return known(key) ? say(key) : otherwise.replaceAll("_", " ");
}

/** What a column of a question's table is called; columns of single steps and of the last days are named by them. */
function columnTitle(question: string, column: string, { say, step }: { say: ReturnType<typeof useTexts>["say"]; step: (key: string) => string }): string {
  const [, counted] = /^count_(.+)$/.exec(column) ?? [];
  if (counted !== undefined) return say("explore.column_count_of", { step: step(counted) });
  const [, what, days] = /^(amount|events)_(\d+)d$/.exec(column) ?? [];
  if (what !== undefined && days !== undefined) return say("explore.column_last_days", { what: titleOf(`explore.column_${what}`, what, say), days });
  return titleOf(`explore.column_${question}_${column}`, titleOf(`explore.column_${column}`, column, say), say);
}
