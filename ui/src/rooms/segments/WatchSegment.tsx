import { Button, Modal, Select, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import type { Segment } from "~/api/types";
import { useFormat } from "~/kit/format";
import { ErrorNote } from "~/kit/states";
import boards from "~/rooms/boards/boards.module.css";
import { useAlerting } from "~/rooms/boards/useAlerts";
import { useWatching, WatchFields, watchOf } from "~/rooms/boards/WatchFields";
import { useTexts } from "~/texts/texts";

const NUMBERS = ["size", "entered", "left"] as const;
const DAYS = ["1", "7", "30"];

/** Warns when the segment's size leaves its range, or when more enter or leave in some days than was said. */
export function WatchSegment({ segment, close }: { segment: Segment; close: () => void }) {
  const { say, language } = useTexts();
  const format = useFormat();
  const { create } = useAlerting();
  const [name, setName] = useState(segment.name);
  const [number, setNumber] = useState<(typeof NUMBERS)[number]>("size");
  const [days, setDays] = useState("1");
  const { watching, change, ready } = useWatching(undefined, { usual: false, every_s: 3_600 });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const watch = { cell: { column: number, row: number === "size" ? ({} as Record<string, string>) : { days } }, ...watchOf(watching), language, on: true };
    create.mutate({ name, segment: segment.key, watch }, { onSuccess: ({ secret }) => secret || close() });
  };
  return (
    <Modal opened onClose={close} title={say("segments.warn_title", { name: segment.name })} closeButtonProps={{ "aria-label": say("action.close") }} transitionProps={{ duration: 0 }}>
      {create.data?.secret ? (
        <div className={boards.stack} role="status">
          <p>{say("boards.alert_made", { name: create.data.alert.name })}</p>
          <div className={boards.fresh}><p>{say("boards.alert_secret")}</p><code>{create.data.secret}</code></div>
          <Button onClick={close}>{say("action.close")}</Button>
        </div>
      ) : (
        <form className={boards.stack} onSubmit={submit}>
          <TextInput data-autofocus label={say("boards.name")} description={say("segments.warn_name_hint")} maxLength={120} value={name} onChange={(event) => setName(event.currentTarget.value)} />
          <div className={boards.row}>
            <Select className={boards.grow ?? ""} label={say("segments.warn_number")} allowDeselect={false} data={NUMBERS.map((value) => ({ value, label: say(`segments.number_${value}`) }))} value={number} onChange={(value) => setNumber(NUMBERS.find((one) => one === value) ?? "size")} />
            {number !== "size" && <Select className={boards.grow ?? ""} label={say("segments.warn_days")} allowDeselect={false} data={DAYS.map((value) => ({ value, label: say("segments.days", { count: Number(value), value }) }))} value={days} onChange={(value) => setDays(value ?? "1")} />}
          </div>
          {number === "size" && <p className={boards.faint}>{say("boards.alert_now", { value: format.number(segment.size) })}</p>}
          <WatchFields watching={watching} change={change} />
          {create.error && <ErrorNote error={create.error} />}
          <Button type="submit" loading={create.isPending} disabled={!ready || name.trim() === ""}>{say("boards.alert_set")}</Button>
        </form>
      )}
    </Modal>
  );
}
