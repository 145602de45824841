import { ActionIcon, Button } from "@mantine/core";
import { IconNote, IconPencil, IconTrash } from "@tabler/icons-react";
import { useState } from "react";
import type { JourneyMap, Remark } from "~/api/types";
import { Section } from "~/kit/behind/Section";
import { useFormat } from "~/kit/format";
import { ErrorNote } from "~/kit/states";
import { whoIs } from "~/rooms/segments/SegmentsPage";
import { useTexts } from "~/texts/texts";
import type { Opened } from "../opened";
import { RemarkForm } from "./RemarkForm";
import { RemarkNumber } from "./RemarkNumber";
import classes from "./remarks.module.css";
import { elementOf, useKeepingRemarks, useOnMap } from "./useRemarks";

/** What people wrote at something on the map, and room for more: a note, or an obstacle where customers pass. */
export function Remarks({ map, opened }: { map: JourneyMap; opened: Opened }) {
  const { say } = useTexts();
  const onMap = useOnMap(map);
  const { add } = useKeepingRemarks();
  const [writing, setWriting] = useState<Remark["kind"] | null>(null);
  const element = elementOf(opened);
  if (!element) return null;
  const kinds: readonly Remark["kind"][] = element.kind === "stage" || element.kind === "touchpoint" ? ["note", "obstacle"] : ["note"];
  const keep = (words: { title: string; text: string }) => writing && add.mutate({ kind: writing, about: element, stage_set: map.stage_set, ...words }, { onSuccess: () => setWriting(null) });
  return (
    <Section title={say("remarks.notes")}>
      <div className={classes.stack}>
        {onMap.notes(element).map((each) => <RemarkLine key={each.id} remark={each} />)}
        {writing ? (
          <RemarkForm key={writing} kind={writing} busy={add.isPending} error={add.error} keep={keep} cancel={() => setWriting(null)} />
        ) : (
          <span className={classes.acts}>
            {kinds.map((kind) => (
              <Button key={kind} size="compact-sm" variant="default" leftSection={<IconNote size={14} aria-hidden="true" />} onClick={() => { add.reset(); setWriting(kind); }}>{say(`remarks.add_${kind}`)}</Button>
            ))}
          </span>
        )}
      </div>
    </Section>
  );
}

/** One note or obstacle with its number, its author, and how to change it; `gone` hears that it was removed. */
export function RemarkLine({ remark, now = false, gone }: { remark: Remark; now?: boolean; gone?: () => void }) {
  const { say } = useTexts();
  const format = useFormat();
  const { change, remove } = useKeepingRemarks();
  const [editing, setEditing] = useState(false);
  const called = remark.title || say("remarks.note");
  if (editing) return <RemarkForm {...remark} busy={change.isPending} error={change.error} keep={(words) => change.mutate({ ...remark, ...words }, { onSuccess: () => setEditing(false) })} cancel={() => setEditing(false)} />;
  return (
    <article className={classes.remark} data-kind={remark.kind} aria-label={called}>
      {remark.kind === "note" && remark.title && <strong>{remark.title}</strong>}
      {remark.text && <p className={classes.said}>{remark.text}</p>}
      <RemarkNumber remark={remark} now={now} />
      {remove.error && <ErrorNote error={remove.error} />}
      <footer className={classes.by}>
        <span>{say("segments.made", { by: whoIs(remark.by, say), at: format.date(remark.at) })}</span>
        <ActionIcon variant="subtle" color="gray" size={26} aria-label={say("remarks.change", { what: called })} onClick={() => { change.reset(); setEditing(true); }}><IconPencil size={15} aria-hidden="true" /></ActionIcon>
        <ActionIcon variant="subtle" color="gray" size={26} aria-label={say("remarks.remove", { what: called })} loading={remove.isPending} onClick={() => remove.mutate(remark.id, { onSuccess: () => gone?.() })}><IconTrash size={15} aria-hidden="true" /></ActionIcon>
      </footer>
    </article>
  );
}
