import { Button, Modal, Select, TextInput } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { type FormEvent, useState } from "react";
import type { QuestionLine, Saved } from "~/api/types";
import { useName } from "~/kit/names";
import { ErrorNote } from "~/kit/states";
import type { Exploring } from "~/rooms/explore/address";
import type { Asking } from "~/rooms/explore/useExplore";
import { useTexts } from "~/texts/texts";
import { bodyOf } from "./asked";
import classes from "./boards.module.css";
import { add } from "./layout";
import { isWhole, lastDays, type Moving, PeriodChoice } from "./PeriodChoice";
import { freshId, useDashboards, useKeeping, useSavedQuestions } from "./useBoards";

interface SaveProps {
  line: QuestionLine;
  asking: Asking;
  exploring: Exploring;
  change: (to: Partial<Exploring>) => void;
  close: () => void;
}

/** Keeps the question under a name, as a new one or as the next version of the one that was opened. */
export function SaveQuestion({ line, asking, exploring, change, close }: SaveProps) {
  const saved = useSavedQuestions().data;
  if (!saved) return null;
  return <SaveForm line={line} asking={asking} exploring={exploring} change={change} close={close} before={saved.find(({ id, asked }) => id === exploring.saved && asked.question === line.question)} />;
}

function SaveForm({ line, asking, exploring, change, close, before }: SaveProps & { before: Saved | undefined }) {
  const { say } = useTexts();
  const title = useName();
  const boards = useDashboards().data;
  const keeping = useKeeping();
  const [name, setName] = useState(before?.name ?? "");
  const [moving, setMoving] = useState<Moving>({ on: (before?.asked.last_days ?? 0) > 0, days: before?.asked.last_days || 28 });
  const [board, setBoard] = useState<string | null>(null);
  const [kept, setKept] = useState<Saved | null>(null);

  const keep = async (fresh: boolean) => {
    const asked = bodyOf(asking, exploring, lastDays(moving));
    const saved = before && !fresh ? await keeping.change.mutateAsync({ id: before.id, name, asked, version: before.version }) : await keeping.save.mutateAsync({ name, asked });
    const onto = boards?.find(({ id }) => id === board);
    if (onto) await keeping.arrange.mutateAsync({ ...onto, tiles: add(onto.tiles, { id: freshId(onto.tiles), kind: "question", x: 0, y: 0, width: 6, height: 8, question: saved.id, text: "" }) });
    setKept(saved);
    change({ saved: saved.id });
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void keep(false).catch(() => {});
  };
  const error = keeping.save.error ?? keeping.change.error ?? keeping.arrange.error;
  const busy = keeping.save.isPending || keeping.change.isPending || keeping.arrange.isPending;
  return (
    <Modal opened onClose={close} title={say("boards.save_title")} closeButtonProps={{ "aria-label": say("action.close") }} transitionProps={{ duration: 0 }}>
      {kept ? (
        <div className={classes.stack} role="status">
          <p>{say("boards.saved_as", { name: kept.name })}</p>
          <Button component={Link} {...(board ? { to: `/boards/${board}` } : { to: "/boards" })}>{say(board ? "boards.to_board" : "boards.to_boards")}</Button>
        </div>
      ) : (
        <form className={classes.stack} onSubmit={submit}>
          <TextInput data-autofocus label={say("boards.name")} placeholder={title(line.title)} maxLength={120} value={name} onChange={(event) => setName(event.currentTarget.value)} />
          <PeriodChoice asking={asking} moving={moving} change={setMoving} />
          {boards && boards.length > 0 && <Select label={say("boards.onto")} placeholder={say("boards.onto_none")} clearable searchable data={boards.map(({ id, name: label }) => ({ value: id, label }))} value={board} onChange={setBoard} />}
          {error && <ErrorNote error={error} />}
          <div className={classes.row}>
            <Button type="submit" loading={busy} disabled={!name.trim() || !isWhole(moving)}>{say(before ? "boards.save_changes" : "boards.save")}</Button>
            {before && name.trim() !== before.name && <Button variant="default" loading={busy} onClick={() => void keep(true).catch(() => {})}>{say("boards.save_new")}</Button>}
          </div>
        </form>
      )}
    </Modal>
  );
}
