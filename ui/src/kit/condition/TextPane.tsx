import { Button, SegmentedControl, Textarea } from "@mantine/core";
import { useClipboard } from "@mantine/hooks";
import { IconCopy } from "@tabler/icons-react";
import { useMutation } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { api, body } from "~/api/client";
import { useTexts } from "~/texts/texts";
import classes from "./panel.module.css";
import type { Body } from "./tree";

interface TextProps {
  document: Body | null;
  /** The same as people write it. */
  text: string;
  replace: (document: Body | null) => void;
}

/** The condition as people write it, or as a document: to copy, to compare and to edit; what cannot be read is told with
 * its place. */
export function TextPane({ document, text, replace }: TextProps) {
  const { say } = useTexts();
  const { copy, copied } = useClipboard();
  const [form, setForm] = useState<"words" | "json">("words");
  const shown = document === null ? "" : form === "words" ? text : JSON.stringify(document, null, 2);
  const [typed, setTyped] = useState(shown);
  const take = useMutation({
    mutationFn: (written: string) => body(api.POST("/api/conditions/check", { body: { text: written, now: false } })),
    onSuccess: ({ condition }) => condition && replace(condition as Body),
  });
  const { reset } = take;
  useEffect(() => {
    setTyped(shown);
    reset();
  }, [shown, reset]);
  const problem = take.data && !take.data.condition ? take.data.problems[0] : undefined;
  return (
    <div className={classes.text}>
      <Textarea autosize minRows={8} maxRows={24} aria-label={say("condition.text")} spellCheck={false} classNames={{ input: classes.mono ?? "" }} value={typed} onChange={(event) => setTyped(event.currentTarget.value)} error={problem && `${problem.message} ${problem.cause}`} />
      <div className={classes.textacts}>
        <Button size="compact-sm" disabled={typed.trim() === "" || typed === shown} loading={take.isPending} onClick={() => take.mutate(typed)}>{say("condition.text_take")}</Button>
        <Button size="compact-sm" variant="default" leftSection={<IconCopy size={14} aria-hidden="true" />} disabled={typed === ""} onClick={() => copy(typed)}>{copied ? say("action.copied") : say("action.copy")}</Button>
        <SegmentedControl size="xs" aria-label={say("condition.text_form")} value={form} onChange={(next) => setForm(next as "words" | "json")} data={[{ value: "words", label: say("condition.text_words") }, { value: "json", label: "JSON" }]} />
      </div>
    </div>
  );
}
