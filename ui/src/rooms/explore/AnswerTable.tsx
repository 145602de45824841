import { Button } from "@mantine/core";
import { useState } from "react";
import type { QuestionLine } from "~/api/types";
import { useFormat } from "~/kit/format";
import tables from "~/kit/page/table.module.css";
import { known, useTexts } from "~/texts/texts";
import type { Where } from "./address";
import { whereOf } from "./points";
import { type Cell, columnsOf, type Row, tableOf } from "./table";
import type { ViewProps } from "./view";

const FIRST = 100;
const STEPS = new Set(["step", "from", "to", "touchpoint", "path", "start", "end", "before", "after"]);
const STAGES = new Set(["stage"]);
const SHARES = /(^|_)(share|low|high|rate|conversion)$/;

/** Any answer as a table: names in words, shares in percent, times as spans; the customers of a row open. */
export function AnswerTable({ line, answer, step, stage, open }: ViewProps & { line: QuestionLine }) {
  const { say } = useTexts();
  const [shown, setShown] = useState(FIRST);
  const title = useColumnTitle();
  const rows = tableOf(answer, line.rows);
  const columns = columnsOf(rows);
  const said = useSaid(step, stage);
  return (
    <>
      <div className={tables.scroll} tabIndex={0} role="region" aria-label={say("explore.table_label")}>
        <table className={tables.table}>
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column} scope="col" data-number={rows.some((row) => typeof row[column] === "number") || undefined}>{title(column)}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, shown).map((row, i) => (
              <tr key={i}>
                {columns.map((column, at) => (
                  <Value key={column} head={at === 0} column={column} value={row[column] ?? null} text={said(column, row[column] ?? null)} where={whereOf(line.question, row, i)} open={open} />
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
  column: string;
  value: Row[string];
  text: string;
  where: Where | null;
  open: (where: Where) => void;
}

function Value({ head, column, value, text, where, open }: ValueProps) {
  if (column === "customers" && where && value !== 0) {
    return (
      <td data-number>
        <Button variant="subtle" size="compact-xs" onClick={() => open(where)}>{text}</Button>
      </td>
    );
  }
  if (head && typeof value !== "number") return <th scope="row">{text}</th>;
  return <td data-number={typeof value === "number" || undefined}>{text}</td>;
}

function useColumnTitle(): (column: string) => string {
  const { say } = useTexts();
  return (column) => {
    const key = `explore.column_${column}`;
    return known(key) ? say(key) : column.replaceAll("_", " ");
  };
}

/** A value of a table in words. */
function useSaid(step: (key: string) => string, stage: (key: string) => string): (column: string, value: Row[string]) => string {
  const { say } = useTexts();
  const format = useFormat();
  const one = (column: string, value: Cell): string => {
    if (value === null || value === "") return "–";
    if (typeof value === "boolean") return say(value ? "explore.yes" : "explore.no");
    if (typeof value === "string") return STEPS.has(column) ? step(value) : STAGES.has(column) ? stage(value) : value;
    if (column.endsWith("seconds")) return format.duration(value);
    if (SHARES.test(column) && Math.abs(value) <= 1) return format.percent(value);
    return format.number(value, Math.abs(value) < 1 ? 4 : 2);
  };
  return (column, value) => (Array.isArray(value) ? value.map((each) => one(column, each)).join(typeof value[0] === "string" ? " → " : " · ") : one(column, value));
}
