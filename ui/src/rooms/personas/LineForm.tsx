import { Button, Textarea, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { useTexts } from "~/texts/texts";
import classes from "./personas.module.css";

const LONGEST = { text: 600, source: 200 } as const;

/** What somebody knows of a persona, and where they know it from: one without the other is not kept. */
export function LineForm({ busy, keep, cancel }: { busy: boolean; keep: (text: string, source: string) => void; cancel: () => void }) {
  const { say } = useTexts();
  const [text, setText] = useState("");
  const [source, setSource] = useState("");
  const submit = (event: FormEvent) => {
    event.preventDefault();
    keep(text.trim(), source.trim());
  };
  return (
    <form className={classes.writing} onSubmit={submit} data-controls>
      <Textarea data-autofocus autoFocus autosize minRows={2} size="xs" label={say("personas.line_text")} maxLength={LONGEST.text} value={text} onChange={(event) => setText(event.currentTarget.value)} />
      <TextInput size="xs" label={say("personas.line_from")} placeholder={say("personas.line_from_example")} maxLength={LONGEST.source} value={source} onChange={(event) => setSource(event.currentTarget.value)} />
      <span className={classes.acts}>
        <Button type="submit" size="xs" loading={busy} disabled={!text.trim() || !source.trim()}>{say("action.save")}</Button>
        <Button size="xs" variant="default" onClick={cancel}>{say("action.cancel")}</Button>
      </span>
    </form>
  );
}
