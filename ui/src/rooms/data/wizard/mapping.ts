import { parse, stringify, type TomlTable, type TomlValue } from "smol-toml";

/** The text is the one truth; the form reads it and writes it back. It holds one mapping, or several under `[[file]]`. */
export type Sheet = TomlTable;
export type Mapping = TomlTable;
export type EventRule = TomlTable;

export const IDENTIFIERS = ["customer", "email", "phone", "device"] as const;
export type IdentifierKind = (typeof IDENTIFIERS)[number];
export const SCALES = ["stars5", "csat5", "csat7", "ces7", "nps", "ten"] as const;
export type Role = IdentifierKind | "trait" | "";

export function readSheet(toml: string): Sheet | null {
  try {
    return parse(toml);
  } catch {
    return null;
  }
}

export function writeSheet(sheet: Sheet): string {
  return `${stringify(sheet).trim()}\n`;
}

function mappingsOf(sheet: Sheet): Mapping[] {
  return Array.isArray(sheet.file) ? sheet.file.filter(isTable) : [sheet];
}

/** The mapping that is meant for a file: the first whose `match` fits its name. Null for look-up files. */
export function mappingFor(sheet: Sheet, file: string): Mapping | null {
  const mappings = mappingsOf(sheet);
  return mappings.find((mapping) => fits(textOf(mapping.match), file)) ?? (mappings.length === 1 && !mappings[0]?.match ? (mappings[0] ?? null) : null);
}

/** The sheet with one of its mappings replaced. */
export function withMapping(sheet: Sheet, before: Mapping, after: Mapping): Sheet {
  if (before === sheet) return after;
  return { ...sheet, file: mappingsOf(sheet).map((mapping) => (mapping === before ? after : mapping)) };
}

/** Whether a glob (`orders*.csv`) fits a file's name, letters of either case. An empty glob fits any. */
export function fits(glob: string, file: string): boolean {
  if (glob === "") return true;
  const pattern = glob.replace(/[.+^${}()|\\]/g, "\\$&").replaceAll("*", ".*").replaceAll("?", ".");
  return new RegExp(`^${pattern}$`, "iu").test(file);
}

const isTable = (value: TomlValue | undefined): value is TomlTable => typeof value === "object" && !Array.isArray(value) && !(value instanceof Date);

export function tableOf(mapping: Mapping, key: string): TomlTable {
  const value = mapping[key];
  return isTable(value) ? value : {};
}

export function eventsOf(mapping: Mapping): EventRule[] {
  const value = mapping.event;
  return Array.isArray(value) ? value.filter(isTable) : [];
}

export function textOf(value: TomlValue | undefined): string {
  return typeof value === "string" ? value : "";
}

/** The column that a part of an event reads: written alone or as `{ column = … }`. */
export function columnOf(value: TomlValue | undefined): string {
  return isTable(value) ? textOf(value.column) : "";
}

/** What a column is for in the mapping, apart from its use in events. */
export function roleOf(mapping: Mapping, column: string): Role {
  const customer = tableOf(mapping, "customer");
  const kind = IDENTIFIERS.find((one) => customer[one] === column);
  if (kind) return kind;
  return Object.values(tableOf(mapping, "traits")).includes(column) ? "trait" : "";
}

/** The mapping with a column in another role; an identifier kind names one column only. */
export function withRole(mapping: Mapping, column: string, role: Role): Mapping {
  const without = (table: TomlTable) => Object.fromEntries(Object.entries(table).filter(([, value]) => value !== column));
  const customer: TomlTable = without(tableOf(mapping, "customer"));
  const traits: TomlTable = without(tableOf(mapping, "traits"));
  if (role === "trait") traits[traitName(column)] = column;
  else if (role) customer[role] = column;
  return tidy({ ...mapping, customer, traits });
}

/** In which events, and as what, a column is used: `["order.placed", "time"]`. */
export function usesOf(mapping: Mapping, column: string): [string, string][] {
  return eventsOf(mapping).flatMap((event) =>
    Object.entries(event)
      .filter(([, value]) => value === column || columnOf(value) === column)
      .filter(([key]) => key !== "name" || columnOf(event.name) === column)
      .map(([key]): [string, string] => [eventName(event), key]),
  );
}

export function eventName(event: EventRule): string {
  return textOf(event.name) || (columnOf(event.name) ? `{${columnOf(event.name)}}` : "");
}

/** The mapping with one event changed; a value left out or empty is taken away. */
export function withEvent(mapping: Mapping, index: number, change: Record<string, TomlValue | undefined>): Mapping {
  const events = eventsOf(mapping).map((event, i) => {
    if (i !== index) return event;
    const changed: TomlTable = { ...event };
    for (const [key, value] of Object.entries(change)) {
      if (value === undefined || value === "") delete changed[key];
      else changed[key] = value;
    }
    return changed;
  });
  return { ...mapping, event: events };
}

export function withNewEvent(mapping: Mapping, time: string): Mapping {
  return { ...mapping, event: [...eventsOf(mapping), { name: "", time }] };
}

export function withoutEvent(mapping: Mapping, index: number): Mapping {
  return { ...mapping, event: eventsOf(mapping).filter((_, i) => i !== index) };
}

function traitName(column: string): string {
  return column.trim().toLowerCase().replace(/\s+/g, "_");
}

function tidy(mapping: Mapping): Mapping {
  if (Object.keys(tableOf(mapping, "traits")).length === 0) delete mapping.traits;
  return mapping;
}
