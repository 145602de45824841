import { Button, Modal, TextInput } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { type FormEvent, useState } from "react";
import { ErrorNote } from "~/kit/states";
import { useTexts } from "~/texts/texts";
import classes from "./boards.module.css";
import { useKeeping } from "./useBoards";

/** Makes an empty dashboard and opens it. */
export function NewBoard({ close }: { close: () => void }) {
  const { say } = useTexts();
  const navigate = useNavigate();
  const { create } = useKeeping();
  const [name, setName] = useState("");
  const submit = (event: FormEvent) => {
    event.preventDefault();
    create.mutate({ name, tiles: [] }, { onSuccess: ({ id }) => void navigate({ to: "/boards/$board", params: { board: id } }) });
  };
  return (
    <Modal opened onClose={close} title={say("boards.new")} closeButtonProps={{ "aria-label": say("action.close") }} transitionProps={{ duration: 0 }}>
      <form className={classes.stack} onSubmit={submit}>
        <TextInput data-autofocus label={say("boards.name")} description={say("boards.name_board_hint")} maxLength={120} value={name} onChange={(event) => setName(event.currentTarget.value)} />
        {create.error && <ErrorNote error={create.error} />}
        <Button type="submit" loading={create.isPending} disabled={!name.trim()}>{say("boards.create")}</Button>
      </form>
    </Modal>
  );
}
