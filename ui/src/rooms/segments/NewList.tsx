import { Button, FileInput, Modal, TextInput } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { type FormEvent, useState } from "react";
import { useFormat } from "~/kit/format";
import { ErrorNote } from "~/kit/states";
import { useTexts } from "~/texts/texts";
import { ListRows } from "./ListRows";
import classes from "./segments.module.css";
import { useKeepingSegments } from "./useSegments";

/** A static list from a file of identifiers; whom nobody knows is told. */
export function NewList({ close }: { close: () => void }) {
  const { say } = useTexts();
  const format = useFormat();
  const { file: sending } = useKeepingSegments();
  const [name, setName] = useState("");
  const [file, setFile] = useState<File | null>(null);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (file) sending.mutate({ name: name.trim(), file });
  };
  const made = sending.data;
  return (
    <Modal opened onClose={close} title={say("segments.from_list")} closeButtonProps={{ "aria-label": say("action.close") }} transitionProps={{ duration: 0 }}>
      {made ? (
        <div className={classes.stack} role="status">
          <p>{say("segments.list_made", { name: made.segment.name, known: format.number(made.known), rows: format.number(made.rows) })}</p>
          {file && <ListRows told={made} file={file} />}
          <Button renderRoot={(props) => <Link to="/segments/$segment" params={{ segment: made.segment.key }} {...props} />}>{say("segments.open")}</Button>
        </div>
      ) : (
        <form className={classes.stack} onSubmit={submit}>
          <TextInput data-autofocus label={say("segments.name")} maxLength={120} value={name} onChange={(event) => setName(event.currentTarget.value)} />
          <FileInput label={say("segments.list_file")} description={say("segments.list_help")} placeholder={say("segments.list_choose")} accept=".csv,text/csv,text/plain" value={file} onChange={setFile} clearable />
          {sending.error && <ErrorNote error={sending.error} />}
          <Button type="submit" loading={sending.isPending} disabled={!name.trim() || !file}>{say("segments.list_keep")}</Button>
        </form>
      )}
    </Modal>
  );
}
