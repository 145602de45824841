import { ActionIcon, Autocomplete, Button, Popover, Select, TextInput } from "@mantine/core";
import { IconFilter, IconPlus, IconX } from "@tabler/icons-react";
import { useState } from "react";
import { useTexts } from "~/texts/texts";
import { type Condition, SIGNS, type Sign } from "../building";
import { useProperties } from "../useProperties";
import classes from "./fields.module.css";

const WORDS: Record<Sign, "equals" | "differs" | "about" | "contains" | "starts" | "least" | "most" | "more" | "less" | "is" | "not"> = { "=": "equals", "!=": "differs", "~=": "about", "~": "contains", "^=": "starts", ">=": "least", "<=": "most", ">": "more", "<": "less", is: "is", not: "not" };
const BARE: readonly Sign[] = ["is", "not"];

/** What the properties of a step's event must be; all of it must hold. */
export function Conditions({ step, conditions, change }: { step: number; conditions: Condition[]; change: (conditions: Condition[]) => void }) {
  const { say } = useTexts();
  const [opened, setOpened] = useState(false);
  const properties = useProperties(opened);
  const [shown, setShown] = useState(conditions);
  const set = (next: Condition[]) => {
    setShown(next);
    change(next);
  };
  const put = (i: number, to: Partial<Condition>) => set(shown.map((each, at) => (at === i ? { ...each, ...to } : each)));
  const told = conditions.map(({ property, sign, value }) => (BARE.includes(sign) ? `${property} ${say(`explore.sign_${WORDS[sign]}`)}` : `${property} ${sign} ${value}`)).join(", ");
  return (
    <Popover opened={opened} onChange={setOpened} width={340} position="bottom-start" shadow="md" trapFocus returnFocus transitionProps={{ duration: 0 }}>
      <Popover.Target>
        <Button variant={told ? "light" : "subtle"} color={told ? undefined : "gray"} size="compact-xs" className={classes.condition ?? ""} leftSection={<IconFilter size={13} aria-hidden="true" />} aria-label={say("explore.conditions_of", { step })} onClick={() => { setShown(conditions); setOpened(!opened); }}>{told || say("explore.conditions")}</Button>
      </Popover.Target>
      <Popover.Dropdown>
        <div className={classes.conditions}>
          <p>{say("explore.conditions_help")}</p>
          {shown.map((each, i) => (
            <div key={i} className={classes.test} data-bare={BARE.includes(each.sign)}>
              <Autocomplete key={`p${each.property}`} size="xs" aria-label={say("explore.condition_property")} placeholder={say("explore.condition_property")} data={properties} defaultValue={each.property} maxLength={200} onOptionSubmit={(property) => put(i, { property })} onBlur={(event) => event.currentTarget.value.trim() !== each.property && put(i, { property: event.currentTarget.value.trim() })} comboboxProps={{ withinPortal: false }} />
              <Select size="xs" aria-label={say("explore.condition_sign")} data={SIGNS.map((value) => ({ value, label: say(`explore.sign_${WORDS[value]}`) }))} value={each.sign} onChange={(sign) => put(i, { sign: (sign ?? "=") as Sign })} allowDeselect={false} comboboxProps={{ withinPortal: false }} />
              {!BARE.includes(each.sign) && <TextInput key={`v${each.value}`} size="xs" aria-label={say("explore.condition_value")} placeholder={say("explore.condition_value")} defaultValue={each.value} maxLength={200} onBlur={(event) => event.currentTarget.value.trim() !== each.value && put(i, { value: event.currentTarget.value.trim() })} onKeyDown={(event) => event.key === "Enter" && event.currentTarget.blur()} />}
              <ActionIcon variant="subtle" color="gray" size={26} aria-label={say("explore.condition_remove")} onClick={() => set(shown.filter((_, at) => at !== i))}><IconX size={14} /></ActionIcon>
            </div>
          ))}
          <Button variant="light" size="compact-xs" leftSection={<IconPlus size={13} aria-hidden="true" />} onClick={() => setShown([...shown, { property: "", sign: "=", value: "" }])}>{say("explore.condition_add")}</Button>
        </div>
      </Popover.Dropdown>
    </Popover>
  );
}
