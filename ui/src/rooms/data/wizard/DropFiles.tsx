import { Button, Progress } from "@mantine/core";
import { IconFileUpload } from "@tabler/icons-react";
import { type DragEvent, useRef, useState } from "react";
import { useFormat } from "~/kit/format";
import { useTexts } from "~/texts/texts";
import classes from "./wizard.module.css";

const TYPES = ".csv,.tsv,.txt,.gz,.parquet,.jsonl,.ndjson,.json,.xlsx,.xes,.xml";

/** Takes files by button or by dropping them. */
export function DropFiles({ sending, share, send }: { sending: boolean; share: number; send: (files: File[]) => void }) {
  const { say } = useTexts();
  const format = useFormat();
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const take = (files: FileList | null) => {
    if (files && files.length > 0) send([...files]);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files);
  };
  return (
    <div
      className={classes.drop}
      data-over={over}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <IconFileUpload size={44} stroke={1.3} aria-hidden="true" />
      <h2>{say("import.drop")}</h2>
      <p>{say("import.drop_help")}</p>
      <input ref={input} type="file" multiple accept={TYPES} hidden aria-label={say("import.choose")} onChange={(event) => take(event.currentTarget.files)} />
      <Button size="md" loading={sending} onClick={() => input.current?.click()}>
        {say("import.choose")}
      </Button>
      {sending && (
        <div className={classes.sending} role="status">
          <Progress value={share * 100} animated={share >= 1} aria-label={say("import.sending")} />
          <span>{share < 1 ? say("import.sent", { share: format.percent(share, 0) }) : say("import.looking")}</span>
        </div>
      )}
      <p className={classes.small}>{say("import.kept_here")}</p>
    </div>
  );
}
