import { Button, Modal, TextInput } from "@mantine/core";
import { IconUsersGroup } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { type FormEvent, useState } from "react";
import type { AskPage } from "~/kit/behind/paging";
import type { Body } from "~/kit/condition/tree";
import { ErrorNote } from "~/kit/states";
import { useTexts } from "~/texts/texts";
import classes from "./segments.module.css";
import { useKeepingSegments } from "./useSegments";

interface SaveProps {
  /** The condition that says it; null when none does, and these very customers are kept as a list. */
  condition: Body | null;
  /** The customers, a page at a time. */
  ask: AskPage;
}

const PAGE = 500;
/** A list may name so many. */
const MOST = 100_000;

/** Keeps the customers behind a number as a segment. */
export function SaveAsSegment(props: SaveProps) {
  const { say } = useTexts();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button size="compact-sm" variant="default" leftSection={<IconUsersGroup size={14} aria-hidden="true" />} onClick={() => setOpen(true)}>{say("segments.save_as")}</Button>
      {open && <SaveForm {...props} close={() => setOpen(false)} />}
    </>
  );
}

function SaveForm({ condition, ask, close }: SaveProps & { close: () => void }) {
  const { say } = useTexts();
  const { create, list } = useKeepingSegments();
  const [name, setName] = useState("");
  const [gathering, setGathering] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const [made, setMade] = useState<string | null>(null);
  const keep = async () => {
    if (condition) return (await create.mutateAsync({ name: name.trim(), condition, webhook: "" })).segment.key;
    return (await list.mutateAsync({ name: name.trim(), identifiers: await everyone(ask) })).segment.key;
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setGathering(true);
    setError(null);
    void keep().then(setMade, setError).finally(() => setGathering(false));
  };
  return (
    <Modal opened onClose={close} title={say("segments.save_as")} closeButtonProps={{ "aria-label": say("action.close") }} transitionProps={{ duration: 0 }}>
      {made !== null ? (
        <div className={classes.stack} role="status">
          <p>{say("segments.saved_as", { name: name.trim() })}</p>
          <Button renderRoot={(props) => <Link to="/segments/$segment" params={{ segment: made }} {...props} />}>{say("segments.open")}</Button>
        </div>
      ) : (
        <form className={classes.stack} onSubmit={submit}>
          <TextInput data-autofocus label={say("segments.name")} maxLength={120} value={name} onChange={(event) => setName(event.currentTarget.value)} />
          <p className={classes.faint}>{say(condition ? "segments.save_live" : "segments.save_list")}</p>
          {error !== null && <ErrorNote error={error} />}
          <Button type="submit" loading={gathering} disabled={!name.trim()}>{say("segments.create")}</Button>
        </form>
      )}
    </Modal>
  );
}

/** All customers behind a number, as many as a list may name. */
export async function everyone(ask: AskPage): Promise<string[]> {
  const { signal } = new AbortController();
  const found: string[] = [];
  for (let offset: number | null = 0; offset !== null && found.length < MOST; ) {
    const page: Awaited<ReturnType<AskPage>> = await ask({ limit: PAGE, offset, signal });
    found.push(...page.rows.map(({ customer }) => customer));
    offset = page.next_offset;
  }
  return found;
}
