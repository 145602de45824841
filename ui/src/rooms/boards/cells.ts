import { columnsOf, type Row } from "~/rooms/explore/table";

/** What names a row of an answer: its columns of words. */
export function rowName(row: Row): Record<string, string> {
  return Object.fromEntries(Object.entries(row).filter((cell): cell is [string, string] => typeof cell[1] === "string" && cell[1] !== ""));
}

/** Columns of an answer that hold numbers, those that people watch first. */
export function numberColumns(rows: Row[]): string[] {
  const numbers = columnsOf(rows).filter((column) => rows.some((row) => typeof row[column] === "number"));
  const first = ["share", "customers", "count"].filter((column) => numbers.includes(column));
  return [...first, ...numbers.filter((column) => !first.includes(column))];
}

/** The number in a cell, or nothing. */
export function numberIn(row: Row | undefined, column: string): number | undefined {
  const value = row?.[column];
  return typeof value === "number" ? value : undefined;
}
