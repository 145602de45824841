import { Button, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import type { Persona } from "~/api/types";
import { ConditionBuilder } from "~/kit/condition/ConditionBuilder";
import type { Body } from "~/kit/condition/tree";
import { Card } from "~/kit/page/Page";
import { ErrorNote } from "~/kit/states";
import { useTexts } from "~/texts/texts";
import classes from "./personas.module.css";

interface FormProps {
  /** The persona that is changed; undefined for a new one. */
  persona?: Persona;
  /** What a new one begins with. */
  begin?: { name: string; condition: Body };
  error: unknown;
  busy: boolean;
  /** No condition is asked for: the customers are known. */
  exactly?: boolean;
  /** Hears the name, and the condition where one is said. */
  save: (name: string, condition: Body | null) => void;
  cancel: () => void;
}

/** A name, and the condition of the customers it stands for. */
export function PersonaForm({ persona, begin, error, busy, exactly = false, save, cancel }: FormProps) {
  const { say } = useTexts();
  const [name, setName] = useState(persona?.name ?? begin?.name ?? "");
  const [condition, setCondition] = useState<Body | null>((persona?.condition as Body | undefined) ?? begin?.condition ?? null);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save(name.trim(), exactly ? null : condition);
  };
  return (
    <div className={classes.stack}>
      <form className={classes.naming} onSubmit={submit}>
        <TextInput className={classes.grow ?? ""} label={say("personas.name")} description={persona ? undefined : say("personas.name_hint")} inputWrapperOrder={["label", "input", "description"]} maxLength={120} value={name} onChange={(event) => setName(event.currentTarget.value)} />
        <span className={classes.acts}>
          <Button variant="default" onClick={cancel}>{say("action.cancel")}</Button>
          <Button type="submit" loading={busy} disabled={!name.trim() || !(exactly || condition)}>{say(persona ? "personas.save" : "personas.create")}</Button>
        </span>
      </form>
      {Boolean(error) && <ErrorNote error={error} />}
      {!exactly && (
        <Card>
          <ConditionBuilder label={say("personas.condition")} document={condition} change={setCondition} />
        </Card>
      )}
    </div>
  );
}
