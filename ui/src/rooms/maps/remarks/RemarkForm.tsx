import { Button, Textarea, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import type { Remark } from "~/api/types";
import { ErrorNote } from "~/kit/states";
import { useTexts } from "~/texts/texts";
import classes from "./remarks.module.css";

const LONGEST = { title: 120, text: 2_000 } as const;

interface FormProps {
  kind: Remark["kind"];
  title?: string;
  text?: string;
  busy: boolean;
  error: unknown;
  keep: (words: { title: string; text: string }) => void;
  cancel?: (() => void) | undefined;
}

/** What an obstacle is called and what a note says: one needs a name, the other a text. */
export function RemarkForm({ kind, title: before = "", text: said = "", busy, error, keep, cancel }: FormProps) {
  const { say } = useTexts();
  const [title, setTitle] = useState(before);
  const [text, setText] = useState(said);
  const ready = (kind === "obstacle" ? title : text).trim() !== "";
  const submit = (event: FormEvent) => {
    event.preventDefault();
    keep({ title: title.trim(), text: text.trim() });
  };
  return (
    <form className={classes.stack} onSubmit={submit} data-controls>
      {kind === "obstacle" && <TextInput data-autofocus size="xs" label={say("remarks.title")} placeholder={say("remarks.title_hint")} maxLength={LONGEST.title} value={title} onChange={(event) => setTitle(event.currentTarget.value)} />}
      <Textarea data-autofocus={kind === "note" || undefined} size="xs" autosize minRows={2} maxRows={10} label={say(kind === "obstacle" ? "remarks.why" : "remarks.text")} maxLength={LONGEST.text} value={text} onChange={(event) => setText(event.currentTarget.value)} />
      {error !== null && <ErrorNote error={error} />}
      <span className={classes.acts}>
        <Button type="submit" size="xs" loading={busy} disabled={!ready}>{say("action.save")}</Button>
        {cancel && <Button size="xs" variant="default" onClick={cancel}>{say("action.cancel")}</Button>}
      </span>
    </form>
  );
}
