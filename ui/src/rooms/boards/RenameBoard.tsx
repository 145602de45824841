import { Button, Modal, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { useTexts } from "~/texts/texts";
import classes from "./boards.module.css";

/** Gives a dashboard another name. */
export function RenameBoard({ name, rename, close }: { name: string; rename: (name: string) => void; close: () => void }) {
  const { say } = useTexts();
  const [written, setWritten] = useState(name);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    rename(written);
    close();
  };
  return (
    <Modal opened onClose={close} title={say("boards.rename")} closeButtonProps={{ "aria-label": say("action.close") }} transitionProps={{ duration: 0 }}>
      <form className={classes.stack} onSubmit={submit}>
        <TextInput data-autofocus label={say("boards.name")} maxLength={120} value={written} onChange={(event) => setWritten(event.currentTarget.value)} />
        <Button type="submit" disabled={!written.trim()}>{say("boards.done")}</Button>
      </form>
    </Modal>
  );
}
