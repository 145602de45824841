import { Button, Checkbox, FileInput, Modal } from "@mantine/core";
import { useState } from "react";
import type { ListChange, Segment } from "~/api/types";
import { useFormat } from "~/kit/format";
import { ErrorNote, Waiting } from "~/kit/states";
import { useTexts } from "~/texts/texts";
import { ListRows } from "./ListRows";
import classes from "./segments.module.css";
import { useReplacingList } from "./useSegments";

/** Another file for a list: first who would come and go, then it counts. */
export function ReplaceList({ segment, close }: { segment: Segment; close: () => void }) {
  const { say } = useTexts();
  const { preview, replace } = useReplacingList(segment.key);
  const [file, setFile] = useState<File | null>(null);
  const [adding, setAdding] = useState(false);
  const choose = (chosen: File | null, beside = adding) => {
    setFile(chosen);
    setAdding(beside);
    preview.reset();
    if (chosen) preview.mutate({ file: chosen, adding: beside });
  };
  return (
    <Modal opened onClose={close} title={say("segments.list_replace_of", { name: segment.name })} closeButtonProps={{ "aria-label": say("action.close") }} transitionProps={{ duration: 0 }}>
      <div className={classes.stack}>
        <FileInput data-autofocus label={say("segments.list_file")} description={say("segments.list_help")} placeholder={say("segments.list_choose")} accept=".csv,text/csv,text/plain" value={file} onChange={(chosen) => choose(chosen)} clearable />
        <Checkbox label={say("segments.list_adding")} checked={adding} onChange={(event) => choose(file, event.currentTarget.checked)} />
        {preview.isPending && <Waiting rows={1} height={60} />}
        {(preview.error ?? replace.error) && <ErrorNote error={preview.error ?? replace.error} />}
        {preview.data && file && <Change told={preview.data} file={file} />}
        <span className={classes.acts}>
          <Button variant="default" onClick={close}>{say("action.cancel")}</Button>
          <Button loading={replace.isPending} disabled={!file || !preview.data} onClick={() => file && replace.mutate({ file, adding }, { onSuccess: close })}>{say(adding ? "segments.list_add_now" : "segments.list_replace_now")}</Button>
        </span>
      </div>
    </Modal>
  );
}

/** Who would come, go and stay, and the rows with something to say. */
function Change({ told, file }: { told: ListChange; file: File }) {
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
      <ListRows told={told} file={file} />
    </div>
  );
}
