import { ActionIcon, Autocomplete, Button, Checkbox, Select, TagsInput } from "@mantine/core";
import { IconPlus, IconX } from "@tabler/icons-react";
import type { ExpectedProperty } from "~/api/types";
import { useTexts } from "~/texts/texts";
import classes from "./events.module.css";

const TYPES = ["text", "number", "integer", "boolean", "time", "money", "list", "object"] as const;

interface PropertiesProps {
  properties: ExpectedProperty[];
  seen: string[];
  change: (properties: ExpectedProperty[]) => void;
}

/** What the plan expects of an event's properties. */
export function ExpectedProperties({ properties, seen, change }: PropertiesProps) {
  const { say } = useTexts();
  const set = (at: number, part: Partial<ExpectedProperty>) => change(properties.map((each, i) => (i === at ? { ...each, ...part } : each)));
  const add = () => change([...properties, { name: "", type: "text", required: false, allowed: [], description_en: "", description_vi: "" }]);
  const left = seen.filter((name) => !properties.some((each) => each.name === name));
  return (
    <fieldset className={classes.properties}>
      <legend>{say("events.properties")}</legend>
      {properties.map((each, i) => (
        <div key={i} className={classes.property}>
          <Autocomplete aria-label={say("events.property")} placeholder={say("events.property")} data={left} value={each.name} onChange={(name) => set(i, { name })} />
          <Select aria-label={say("events.type")} data={TYPES.map((type) => ({ value: type, label: say(`events.type_${type}`) }))} value={each.type} onChange={(type) => set(i, { type: TYPES.find((one) => one === type) ?? "text" })} allowDeselect={false} />
          <Checkbox label={say("events.required")} checked={each.required} onChange={(event) => set(i, { required: event.currentTarget.checked })} />
          <ActionIcon variant="subtle" color="gray" aria-label={say("events.remove_property")} onClick={() => change(properties.filter((_, at) => at !== i))}>
            <IconX size={16} aria-hidden="true" />
          </ActionIcon>
          <TagsInput className={classes.allowed ?? ""} aria-label={say("events.allowed")} placeholder={each.allowed.length === 0 ? say("events.allowed") : undefined} value={each.allowed} onChange={(allowed) => set(i, { allowed })} />
        </div>
      ))}
      <Button size="xs" variant="default" leftSection={<IconPlus size={14} aria-hidden="true" />} onClick={add}>{say("events.add_property")}</Button>
    </fieldset>
  );
}
