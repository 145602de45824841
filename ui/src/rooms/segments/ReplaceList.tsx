import { Button, FileInput, Modal } from "@mantine/core";
import { useState } from "react";
import type { ListChange, Segment } from "~/api/types";
import { useFormat } from "~/kit/format";
import { ErrorNote, Waiting } from "~/kit/states";
import { useTexts } from "~/texts/texts";
import classes from "./segments.module.css";
import { useReplacingList } from "./useSegments";

/** So many rows with something to say are shown; the terminal shows more of them. */
const SHOWN = 8;

/** Another file for a list: first who would come and go, then it counts. */
export function ReplaceList({ segment, close }: { segment: Segment; close: () => void }) {
  const { say } = useTexts();
  const { preview, replace } = useReplacingList(segment.key);
  const [file, setFile] = useState<File | null>(null);
  const choose = (chosen: File | null) => {
    setFile(chosen);
    preview.reset();
    if (chosen) preview.mutate(chosen);
  };
  return (
    <Modal opened onClose={close} title={say("segments.list_replace_of", { name: segment.name })} closeButtonProps={{ "aria-label": say("action.close") }} transitionProps={{ duration: 0 }}>
      <div className={classes.stack}>
        <FileInput data-autofocus label={say("segments.list_file")} description={say("segments.list_help")} placeholder={say("segments.list_choose")} accept=".csv,text/csv,text/plain" value={file} onChange={choose} clearable />
        {preview.isPending && <Waiting rows={1} height={60} />}
        {(preview.error ?? replace.error) && <ErrorNote error={preview.error ?? replace.error} />}
        {preview.data && <Change told={preview.data} />}
        <span className={classes.acts}>
          <Button variant="default" onClick={close}>{say("action.cancel")}</Button>
          <Button loading={replace.isPending} disabled={!file || !preview.data} onClick={() => file && replace.mutate(file, { onSuccess: close })}>{say("segments.list_replace_now")}</Button>
        </span>
      </div>
    </Modal>
  );
}

/** Who would come, go and stay, and the rows with something to say. */
function Change({ told }: { told: ListChange }) {
  const { say } = useTexts();
  const format = useFormat();
  return (
    <div className={classes.stack} role="status">
      <dl className={classes.moving}>
        {(["come", "go", "stay"] as const).map((each) => (
          <div key={each} data-way={each}>
            <dt>{say(`segments.list_${each}`)}</dt>
            <dd>{format.number(told[each])}</dd>
          </div>
        ))}
      </dl>
      <p className={classes.faint}>{say("segments.list_rows", { rows: format.number(told.rows), unknown: format.number(told.unknown), unreadable: format.number(told.unreadable), repeated: format.number(told.repeated) })}</p>
      {told.left_out.length > 0 && (
        <ul className={classes.rows}>
          {told.left_out.slice(0, SHOWN).map(({ row, written, why }) => <li key={row}>{say(`segments.left_out_${why}`, { row: format.number(row), written })}</li>)}
        </ul>
      )}
    </div>
  );
}
