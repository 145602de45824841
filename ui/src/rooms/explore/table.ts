import type { Answer } from "./useExplore";
import { rowsOf } from "./view";

export type Cell = string | number | boolean | null;
export type Row = Record<string, Cell | Cell[]>;

/** A table of an answer: its rows as they stand there, and the same with every cell plain. */
export interface Table {
  name: string;
  rows: Row[];
}

type Raw = Record<string, unknown>;

const AROUND = new Set(["question", "params", "over", "period", "as_of", "computed_at", "log_version", "events", "caution"]);
const isRow = (value: unknown): value is Raw => typeof value === "object" && value !== null && !Array.isArray(value);
const hasRows = (value: unknown): value is Raw[] => Array.isArray(value) && value.some(isRow);

/** The table of an answer; one of single numbers is one row. Dictionaries inside a row become columns of their own,
 * as in `Answer.to_arrow`. */
export function tableOf(answer: Answer, rows: string): Row[] {
  if (Array.isArray(answer[rows])) return rowsOf<Raw>(answer, rows).map((row) => flat(row));
  return [flat(Object.fromEntries(Object.entries(answer).filter(([key, value]) => !AROUND.has(key) && !Array.isArray(value))))];
}

/** Every table of an answer that has rows: its own, those inside its rows, then the others. */
export function tablesOf(answer: Answer, main: string): Table[] {
  const own = rowsOf<Raw>(answer, main);
  const inside = [...new Set(own.flatMap((row) => Object.keys(row).filter((key) => hasRows(row[key]))))];
  const others = Object.keys(answer).filter((key) => key !== main && hasRows(answer[key]));
  return [
    { name: main, rows: tableOf(answer, main) },
    ...inside.map((name) => ({ name, rows: own.flatMap((row) => within(row, name)) })),
    ...others.map((name) => ({ name, rows: tableOf(answer, name) })),
  ].filter(({ rows }) => rows.length > 0);
}

/** The rows inside a row, each with the first column of the row around it. */
function within(row: Raw, name: string): Row[] {
  const first = Object.keys(row)[0] ?? "";
  return rowsOf<Raw>(row as Answer, name).map((inner) => {
    const told = flat(inner);
    const renamed = Object.fromEntries(Object.entries(told).map(([key, value]) => [key === first ? name : key, value]));
    return { ...flat({ [first]: row[first] }), ...renamed };
  });
}

export function columnsOf(rows: Row[]): string[] {
  return [...new Set(rows.flatMap((row) => Object.keys(row)))];
}

function flat(row: Raw, before = ""): Row {
  const found: Row = {};
  for (const [name, value] of Object.entries(row)) {
    if (hasRows(value)) continue;
    if (Array.isArray(value)) found[before + name] = value.filter((each): each is Cell => typeof each !== "object");
    else if (isRow(value)) Object.assign(found, flat(value, `${before}${name}_`));
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
