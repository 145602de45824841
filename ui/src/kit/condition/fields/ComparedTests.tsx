import { ActionIcon, Button, Select } from "@mantine/core";
import { IconArrowsDiff, IconX } from "@tabler/icons-react";
import { useTexts } from "~/texts/texts";
import { useBuilding } from "../context";
import classes from "../condition.module.css";
import { type Beside, BESIDES, type Compared, compared, withCompared } from "../parts";
import type { Body } from "../tree";
import { useOffered } from "./TestField";

const FIELDS = ["amount", "rating", "channel"] as const;
/** Words and codes are the same or not; only numbers are larger or smaller. */
const OF_TEXTS: readonly Beside[] = ["same_as", "other_than"];

/** Values of this step's event beside those of earlier steps. */
export function ComparedTests({ step, place, change, wrong }: { step: Body; place: number; change: (step: Body) => void; wrong?: string | undefined }) {
  const { say } = useTexts();
  const { words } = useBuilding();
  const offered = useOffered(step);
  const all = compared(step);
  if (all.length === 0) return null;
  const set = (next: Compared[]) => change(withCompared(step, next));
  const edit = (i: number, part: Partial<Compared>) => set(all.map((each, at) => (at === i ? { ...each, ...part } : each)));
  const choose = (i: number, written: string | null) => {
    const [source = "property", ...name] = (written ?? "").split(":");
    const chosen = name.join(":");
    const texts = chosen === "channel" && source === "field";
    edit(i, { source: source as Compared["source"], name: chosen, currency: source === "field" && chosen === "amount" ? words.currency : "", ...(texts ? { operator: "same_as" } : {}) });
  };
  return (
    <ul className={classes.tests} aria-label={say("condition.compared_at", { place })}>
      {all.map((each, i) => {
        const own = each.source === "property" && each.name !== "" ? [each.name] : [];
        const data = [
          { group: say("condition.of_property"), items: [...new Set([...offered.keys(), ...own])].map((name) => ({ value: `property:${name}`, label: name.replaceAll("_", " ") })) },
          { group: say("condition.of_field"), items: FIELDS.map((name) => ({ value: `field:${name}`, label: say(`condition.field_${name}`) })) },
        ].filter(({ items }) => items.length > 0);
        const operators = each.source === "field" && each.name === "channel" ? OF_TEXTS : BESIDES;
        return (
          <li key={i} className={classes.test}>
            <span className={classes.word}>{say(i === 0 ? "condition.compared" : "condition.and")}</span>
            <Select size="xs" className={classes.name ?? ""} aria-label={say("condition.property")} placeholder={say("condition.choose_property")} data={data} value={each.name === "" ? null : `${each.source}:${each.name}`} onChange={(next) => choose(i, next)} error={wrong !== undefined && wrong === each.name} searchable allowDeselect={false} comboboxProps={{ width: 240, position: "bottom-start" }} />
            <Select size="xs" className={classes.operator ?? ""} aria-label={say("condition.operator")} data={operators.map((value) => ({ value, label: say(`condition.beside_${value}`) }))} value={each.operator} onChange={(operator) => edit(i, { operator: (operator ?? "same_as") as Beside })} allowDeselect={false} />
            <Select size="xs" className={classes.bound ?? ""} aria-label={say("condition.compared_step")} data={Array.from({ length: place - 1 }, (_, at) => ({ value: String(at + 1), label: say("condition.step_at", { place: at + 1 }) }))} value={String(each.step)} onChange={(chosen) => edit(i, { step: Number(chosen ?? 1) })} allowDeselect={false} />
            <ActionIcon variant="subtle" color="gray" size={26} aria-label={say("condition.compared_remove", { place: i + 1 })} onClick={() => set(all.filter((_, at) => at !== i))}><IconX size={14} aria-hidden="true" /></ActionIcon>
          </li>
        );
      })}
    </ul>
  );
}

/** Adds one more comparison with the step before. */
export function AddCompared({ step, place, change }: { step: Body; place: number; change: (step: Body) => void }) {
  const { say } = useTexts();
  const add = () => change(withCompared(step, [...compared(step), { source: "property", name: "", operator: "same_as", step: place - 1, currency: "" }]));
  return <Button size="compact-xs" variant="subtle" color="gray" leftSection={<IconArrowsDiff size={13} aria-hidden="true" />} onClick={add}>{say("condition.compared_add")}</Button>;
}
