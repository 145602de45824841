import { Button, Modal, NumberInput, SegmentedControl, Select, TagsInput, TextInput } from "@mantine/core";
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

interface AlertProps {
  line: QuestionLine;
  asking: Asking;
  answer: Answer;
  exploring: Exploring;
  close: () => void;
}

const EVERY = { hour: 3_600, day: 86_400, week: 604_800 } as const;

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
  const [kind, setKind] = useState("usual");
  const [low, setLow] = useState<number | string>("");
  const [high, setHigh] = useState<number | string>("");
  const [every, setEvery] = useState<keyof typeof EVERY>("day");
  const [emails, setEmails] = useState<string[]>([]);
  const [webhook, setWebhook] = useState("");
  const [moving, setMoving] = useState<Moving>({ on: true, days: 7 });

  const chosen = rows[Number(row)] ?? {};
  const now = numberIn(chosen, column);
  const titled = (key: string) => (known(`explore.column_${key}`) ? say(`explore.column_${key}` as never) : key.replaceAll("_", " "));
  const rowTitle = (i: number) => Object.values(rowName(rows[i] ?? {})).map(step).join(" · ") || say("boards.alert_row", { number: i + 1 });
  const bound = (value: number | string) => (value === "" ? null : Number(value));
  const set = async () => {
    const question = saved?.id ?? (await save.mutateAsync({ name, asked: bodyOf(asking, exploring, lastDays(moving)) })).id;
    const bounds = { low: kind === "usual" ? null : bound(low), high: kind === "usual" ? null : bound(high), usual: kind === "usual", last: 30, margin_percent: 10 };
    const watch = { cell: { column, row: rowName(chosen) }, bounds, every_s: EVERY[every], emails, webhook, language, on: true };
    await create.mutateAsync({ name, question, watch });
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void set().catch(() => {});
  };
  const error = save.error ?? create.error;
  const ready = name.trim() && column && isWhole(moving) && (emails.length > 0 || webhook.trim()) && (kind === "usual" || low !== "" || high !== "");
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
          <SegmentedControl aria-label={say("boards.alert_range")} value={kind} onChange={setKind} data={[{ value: "usual", label: say("boards.alert_usual") }, { value: "fixed", label: say("boards.alert_fixed") }]} />
          {kind === "usual" ? (
            <p className={classes.faint}>{say("boards.alert_usual_hint")}</p>
          ) : (
            <div className={classes.row}>
              <NumberInput className={classes.grow ?? ""} label={say("boards.alert_low")} value={low} onChange={setLow} />
              <NumberInput className={classes.grow ?? ""} label={say("boards.alert_high")} value={high} onChange={setHigh} />
            </div>
          )}
          {!saved && <PeriodChoice asking={asking} moving={moving} change={setMoving} />}
          <Select label={say("boards.alert_every")} allowDeselect={false} data={(Object.keys(EVERY) as (keyof typeof EVERY)[]).map((value) => ({ value, label: say(`boards.every_${value}`) }))} value={every} onChange={(value) => setEvery((value as keyof typeof EVERY | null) ?? "day")} />
          <TagsInput label={say("boards.alert_emails")} description={say("boards.alert_emails_hint")} value={emails} onChange={setEmails} acceptValueOnBlur splitChars={[",", ";", " "]} />
          <TextInput label={say("boards.alert_webhook")} placeholder="https://" value={webhook} onChange={(event) => setWebhook(event.currentTarget.value)} />
          {error && <ErrorNote error={error} />}
          <Button type="submit" loading={save.isPending || create.isPending} disabled={!ready}>{say("boards.alert_set")}</Button>
        </form>
      )}
    </Modal>
  );
}
