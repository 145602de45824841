import { MultiSelect } from "@mantine/core";
import { useMemo } from "react";
import { useFormat } from "~/kit/format";
import { useTexts } from "~/texts/texts";
import { useBuilding } from "../context";
import classes from "../condition.module.css";
import { HAPPENINGS, type HappeningKind, happening, withHappening } from "../parts";
import type { Body } from "../tree";

interface HappeningProps {
  label: string;
  body: Body;
  change: (body: Body) => void;
  /** A word that is wrong here. */
  wrong?: string | undefined;
}

/** What is looked for: events, touchpoints, stages that are entered, or anything; several of one kind mean any of them. */
export function HappeningField({ label, body, change, wrong }: HappeningProps) {
  const { say } = useTexts();
  const format = useFormat();
  const { words, nameOf } = useBuilding();
  const what = happening(body);
  const value = what.kind === "anything" ? ["anything:"] : what.names.map((name) => `${what.kind}:${name}`);
  const customers = useMemo(() => new Map(words.events.map((each) => [`event:${each.name}`, each.customers])), [words]);
  const data = useMemo(() => {
    const known: Record<HappeningKind, string[]> = { event: words.events.map(({ name }) => name), touchpoint: words.touchpoints.map(({ key }) => key), stage: words.stages.map(({ key }) => key), anything: [""] };
    const items = (kind: HappeningKind) => [...new Set([...known[kind], ...(kind === what.kind ? what.names : [])])].map((name) => ({ value: `${kind}:${name}`, label: kind === "anything" ? say("condition.anything") : nameOf(kind, name) }));
    return HAPPENINGS.map((kind) => ({ group: say(`condition.of_${kind}`), items: items(kind) })).filter(({ items: found }) => found.length > 0);
  }, [words, nameOf, say, what.kind, what.names.join()]);
  const set = (next: string[]) => {
    const last = next.at(-1);
    const kind = HAPPENINGS.find((each) => last?.startsWith(`${each}:`)) ?? "";
    const names = next.filter((each) => kind !== "" && kind !== "anything" && each.startsWith(`${kind}:`)).map((each) => each.slice(kind.length + 1));
    change(withHappening(body, { kind, names }));
  };
  return (
    <MultiSelect
      size="xs"
      className={classes.what ?? ""}
      aria-label={label}
      placeholder={value.length === 0 ? say("condition.choose_happening") : undefined}
      data={data}
      value={value}
      onChange={set}
      error={wrong !== undefined && what.names.includes(wrong)}
      renderOption={({ option }) => (
        <span className={classes.option}>
          {option.label}
          {customers.has(option.value) && <small>{format.compact(customers.get(option.value) ?? 0)}</small>}
        </span>
      )}
      searchable
      hidePickedOptions
      limit={200}
      nothingFoundMessage={say("selection.nothing_found")}
      comboboxProps={{ width: 320, position: "bottom-start" }}
    />
  );
}
