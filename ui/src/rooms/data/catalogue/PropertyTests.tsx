import { ActionIcon, Autocomplete, Button, Checkbox, Select, TextInput } from "@mantine/core";
import { IconPlus, IconX } from "@tabler/icons-react";
import type { Touchpoint } from "~/api/types";
import { useTexts } from "~/texts/texts";
import classes from "./catalogue.module.css";
import { OF_TEXTS, OPERATORS } from "./touchpoint";

type Tests = Touchpoint["rule"]["where"];
type Test = Tests[number];

interface TestsProps {
  tests: Tests;
  properties: string[];
  change: (tests: Tests) => void;
}

/** Statements about properties of the event, all of which must hold. */
export function PropertyTests({ tests, properties, change }: TestsProps) {
  const { say } = useTexts();
  const set = (i: number, part: Partial<Test>) => change(tests.map((test, at) => (at === i ? { ...test, ...part } : test)));
  return (
    <fieldset className={classes.tests}>
      <legend>{say("touchpoint.where")}</legend>
      {tests.map((test, i) => (
        <div key={i} className={classes.test}>
          <Autocomplete size="xs" aria-label={say("touchpoint.property")} data={properties} value={test.property} onChange={(property) => set(i, { property })} />
          <Select size="xs" aria-label={say("touchpoint.operator")} data={OPERATORS.map((operator) => ({ value: operator, label: say(`operator.${operator}`) }))} value={test.operator} onChange={(operator) => set(i, { operator: (operator ?? "is") as Test["operator"] })} allowDeselect={false} />
          <TextInput size="xs" aria-label={say("touchpoint.value")} value={test.value} disabled={test.operator === "present" || test.operator === "absent"} onChange={(event) => set(i, { value: event.currentTarget.value })} />
          <ActionIcon variant="subtle" color="gray" aria-label={say("touchpoint.remove_test", { property: test.property })} onClick={() => change(tests.filter((_, at) => at !== i))}>
            <IconX size={15} aria-hidden="true" />
          </ActionIcon>
          {OF_TEXTS.includes(test.operator) && <Checkbox size="xs" className={classes.loosely ?? ""} label={say("touchpoint.loosely")} checked={test.loosely ?? test.operator === "contains"} onChange={(event) => set(i, { loosely: event.currentTarget.checked })} />}
        </div>
      ))}
      <Button size="compact-sm" variant="subtle" leftSection={<IconPlus size={13} aria-hidden="true" />} onClick={() => change([...tests, { property: "", operator: "is", value: "", loosely: false }])}>
        {say("touchpoint.add_test")}
      </Button>
    </fieldset>
  );
}
