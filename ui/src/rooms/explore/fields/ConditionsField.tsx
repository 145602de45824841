import { ActionIcon, Button, TextInput } from "@mantine/core";
import { IconPlus, IconX } from "@tabler/icons-react";
import { useEffect, useState } from "react";
import { type Body, documentOf } from "~/kit/condition/tree";
import { useTexts } from "~/texts/texts";
import { ConditionPart } from "./ConditionPart";
import classes from "./conditions.module.css";

interface Named {
  id: number;
  name: string;
  document: Body | null;
}

const MOST = 6;
const LEAST = 2;

/** Two to six conditions, each with a name; written as one JSON object as soon as every one of them says something. */
export function ConditionsField({ written, change }: { written: string; change: (written: string) => void }) {
  const { say } = useTexts();
  const usual = (place: number) => say("explore.conditions_usual", { place });
  const [sets, setSets] = useState<Named[]>(() => reading(written, usual));
  const [opened, setOpened] = useState(() => sets.find(({ document }) => document === null)?.id);
  const told = writing(sets);
  useEffect(() => {
    if (told !== written && (told !== "" || written !== "")) change(told);
  }, [told]); // what is written follows the fields, never the other way round: the page of a saved question mounts anew
  const set = (id: number, to: Partial<Named>) => setSets((all) => all.map((each) => (each.id === id ? { ...each, ...to } : each)));
  const add = () => {
    const id = Math.max(...sets.map((each) => each.id)) + 1;
    setSets([...sets, { id, name: usual(id), document: null }]);
    setOpened(id);
  };
  return (
    <div className={classes.sets}>
      {sets.map((each, place) => (
        <ConditionPart
          key={each.id}
          label={each.name || say("explore.conditions_set", { place: place + 1 })}
          document={each.document}
          change={(document) => set(each.id, { document })}
          open={each.id === opened}
          name={<TextInput size="xs" className={classes.name ?? ""} aria-label={say("explore.conditions_name")} value={each.name} maxLength={60} onChange={(event) => set(each.id, { name: event.currentTarget.value })} />}
          after={sets.length > LEAST && <ActionIcon size="sm" variant="subtle" color="gray" aria-label={say("explore.conditions_remove_set", { name: each.name })} onClick={() => setSets(sets.filter(({ id }) => id !== each.id))}><IconX size={14} /></ActionIcon>}
        />
      ))}
      {sets.length < MOST && <Button size="compact-sm" variant="default" leftSection={<IconPlus size={14} />} onClick={add}>{say("explore.conditions_add_set")}</Button>}
    </div>
  );
}

function reading(written: string, usual: (place: number) => string): Named[] {
  const found: Named[] = [];
  try {
    const read: unknown = written === "" ? {} : JSON.parse(written);
    if (typeof read === "object" && read !== null) {
      for (const [name, document] of Object.entries(read)) found.push({ id: found.length + 1, name, document: documentOf(JSON.stringify(document)) });
    }
  } catch {
    return reading("", usual);
  }
  while (found.length < LEAST) found.push({ id: found.length + 1, name: usual(found.length + 1), document: null });
  return found;
}

/** Nothing while one of them says nothing, or two have the same name. */
function writing(sets: Named[]): string {
  const names = new Set(sets.map(({ name }) => name.trim()));
  if (names.size < sets.length || names.has("") || sets.some(({ document }) => document === null)) return "";
  return JSON.stringify(Object.fromEntries(sets.map(({ name, document }) => [name.trim(), document])));
}
