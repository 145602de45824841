import { rowsOf } from "./view";
import type { Answer } from "./useExplore";

export type Cell = string | number | boolean | null;
export type Row = Record<string, Cell | Cell[]>;

const AROUND = new Set(["question", "params", "over", "period", "as_of", "computed_at", "log_version", "events"]);

/** The table of an answer; one of single numbers is one row. Dictionaries inside a row become columns of their own,
 * as in `Answer.to_arrow`. */
export function tableOf(answer: Answer, rows: string): Row[] {
  if (Array.isArray(answer[rows])) return rowsOf<Record<string, unknown>>(answer, rows).map((row) => flat(row));
  return [flat(Object.fromEntries(Object.entries(answer).filter(([key, value]) => !AROUND.has(key) && !Array.isArray(value))))];
}

export function columnsOf(rows: Row[]): string[] {
  return [...new Set(rows.flatMap((row) => Object.keys(row)))];
}

function flat(row: Record<string, unknown>, before = ""): Row {
  const found: Row = {};
  for (const [name, value] of Object.entries(row)) {
    if (Array.isArray(value)) found[before + name] = value.filter((each): each is Cell => typeof each !== "object");
    else if (typeof value === "object" && value !== null) Object.assign(found, flat(value as Record<string, unknown>, `${before}${name}_`));
    else found[before + name] = (value ?? null) as Cell;
  }
  return found;
}

/** The table as CSV for a spreadsheet: what could be taken for a formula is written as text. */
export function csv(rows: Row[]): string {
  const columns = columnsOf(rows);
  return [columns, ...rows.map((row) => columns.map((column) => row[column] ?? ""))].map((line) => line.map(written).join(",")).join("\r\n");
}

function written(value: Cell | Cell[]): string {
  if (typeof value === "number") return String(value);
  const text = Array.isArray(value) ? value.join(" > ") : String(value);
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
