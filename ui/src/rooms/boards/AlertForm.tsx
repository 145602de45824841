import { Button, Modal, Select, TextInput } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { type FormEvent, useState } from "react";
import type { QuestionLine } from "~/api/types";
import { useFormat } from "~/kit/format";
import { ErrorNote } from "~/kit/states";
import type { Exploring } from "~/rooms/explore/address";
import { tableOf } from "~/rooms/explore/table";
import type { Answer, Asking } from "~/rooms/explore/useExplore";
import { useStepName } from "~/rooms/explore/useStepNames";
import { known, useTexts } from "~/texts/texts";
import { bodyOf } from "./asked";
import classes from "./boards.module.css";
import { numberColumns, numberIn, rowName } from "./cells";
import { isWhole, lastDays, type Moving, PeriodChoice } from "./PeriodChoice";
import { useAlerting } from "./useAlerts";
import { useKeeping, useSavedQuestions } from "./useBoards";
import { useWatching, WatchFields, watchOf } from "./WatchFields";

interface AlertProps {
  line: QuestionLine;
  asking: Asking;
  answer: Answer;
  exploring: Exploring;
  close: () => void;
}

/** Watches one number of the answer, and says whom to tell when it leaves its range. */
export function AlertForm({ line, asking, answer, exploring, close }: AlertProps) {
  const { say, language } = useTexts();
  const format = useFormat();
  const step = useStepName(asking.over);
  const saved = useSavedQuestions().data?.find(({ id, asked }) => id === exploring.saved && asked.question === line.question);
  const { save } = useKeeping();
  const { create } = useAlerting();
  const rows = tableOf(answer, line.rows);
  const columns = numberColumns(rows);
  const [name, setName] = useState("");
  const [row, setRow] = useState(String(rows.length - 1));
  const [column, setColumn] = useState(columns[0] ?? "");
  const { watching, change, ready: told } = useWatching();
  const [moving, setMoving] = useState<Moving>({ on: true, days: 7 });

  const chosen = rows[Number(row)] ?? {};
  const now = numberIn(chosen, column);
  const titled = (key: string) => (known(`explore.column_${key}`) ? say(`explore.column_${key}` as never) : key.replaceAll("_", " "));
  const rowTitle = (i: number) => Object.values(rowName(rows[i] ?? {})).map(step).join(" · ") || say("boards.alert_row", { number: i + 1 });
  const set = async () => {
    const question = saved?.id ?? (await save.mutateAsync({ name, asked: bodyOf(asking, exploring, lastDays(moving)) })).id;
    const watch = { cell: { column, row: rowName(chosen) }, ...watchOf(watching), language, on: true };
    await create.mutateAsync({ name, question, watch });
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void set().catch(() => {});
  };
  const error = save.error ?? create.error;
  const ready = name.trim() && column && isWhole(moving) && told;
  return (
    <Modal opened onClose={close} title={say("boards.alert_title")} closeButtonProps={{ "aria-label": say("action.close") }} transitionProps={{ duration: 0 }}>
      {create.data ? (
        <div className={classes.stack} role="status">
          <p>{say("boards.alert_made", { name: create.data.alert.name })}</p>
          {create.data.secret && <div className={classes.fresh}><p>{say("boards.alert_secret")}</p><code>{create.data.secret}</code></div>}
          <Button component={Link} {...{ to: "/boards" }}>{say("boards.to_boards")}</Button>
        </div>
      ) : (
        <form className={classes.stack} onSubmit={submit}>
          <TextInput data-autofocus label={say("boards.name")} description={say("boards.alert_name_hint")} maxLength={120} value={name} onChange={(event) => setName(event.currentTarget.value)} />
          <div className={classes.row}>
            <Select className={classes.grow ?? ""} label={say("boards.alert_number")} searchable allowDeselect={false} data={rows.slice(0, 200).map((_, i) => ({ value: String(i), label: rowTitle(i) }))} value={row} onChange={(value) => setRow(value ?? "0")} />
            <Select className={classes.grow ?? ""} label={say("boards.alert_column")} allowDeselect={false} data={columns.map((value) => ({ value, label: titled(value) }))} value={column} onChange={(value) => setColumn(value ?? "")} />
          </div>
          {now !== undefined && <p className={classes.faint}>{say("boards.alert_now", { value: format.number(now, Math.abs(now) < 1 ? 4 : 2) })}</p>}
          {!saved && <PeriodChoice asking={asking} moving={moving} change={setMoving} />}
          <WatchFields watching={watching} change={change} />
          {error && <ErrorNote error={error} />}
          <Button type="submit" loading={save.isPending || create.isPending} disabled={!ready}>{say("boards.alert_set")}</Button>
        </form>
      )}
    </Modal>
  );
}
