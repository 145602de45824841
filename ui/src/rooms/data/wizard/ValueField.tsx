import { Autocomplete } from "@mantine/core";
import type { TomlValue } from "smol-toml";
import { useTexts } from "~/texts/texts";
import { columnOf, textOf } from "./mapping";

const MARK = "= ";

interface FieldProps {
  label: string;
  value: TomlValue | undefined;
  columns: string[];
  change: (value: TomlValue) => void;
}

/** A fixed text, or the column that holds it (written `= column`). */
export function ValueField({ label, value, columns, change }: FieldProps) {
  const { say } = useTexts();
  const column = columnOf(value);
  const take = (typed: string) => {
    const named = typed.startsWith(MARK) ? typed.slice(MARK.length) : "";
    if (!columns.includes(named)) return change(typed);
    const kept = typeof value === "object" && !Array.isArray(value) && !(value instanceof Date) ? value : {};
    change({ ...kept, column: named });
  };
  return <Autocomplete size="xs" label={label} description={column ? say("import.from_column") : undefined} value={column ? MARK + column : textOf(value)} data={columns.map((name) => MARK + name)} onChange={take} limit={30} />;
}
