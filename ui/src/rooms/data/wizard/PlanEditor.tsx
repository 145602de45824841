import { Button, Loader, SegmentedControl, Select, Textarea } from "@mantine/core";
import { useState } from "react";
import type { Plan } from "~/api/types";
import { Card } from "~/kit/page/Page";
import { ErrorNote } from "~/kit/states";
import { useTexts } from "~/texts/texts";
import { ColumnRoles } from "./ColumnRoles";
import { EventRules } from "./EventRules";
import { GeneralFields } from "./GeneralFields";
import { Findings } from "./Findings";
import { mappingFor, readSheet, withMapping, writeSheet, type Mapping } from "./mapping";
import { RowsPreview } from "./RowsPreview";
import { EventsPreview } from "./EventsPreview";
import { usePlan } from "./usePlan";
import classes from "./wizard.module.css";

interface EditorProps {
  plan: Plan;
  starting: boolean;
  back: () => void;
  start: (toml: string) => void;
}

/** The first rows, the proposed mapping (as a form or as text), and what the rows become under it. */
export function PlanEditor({ plan: first, starting, back, start }: EditorProps) {
  const { say } = useTexts();
  const { plan, text, setText, file, look, checking, error } = usePlan(first);
  const [mode, setMode] = useState<"form" | "text">("form");
  const sheet = readSheet(text);
  const mapping = sheet && mappingFor(sheet, file);
  const change = (changed: Mapping) => {
    if (sheet && mapping) setText(writeSheet(withMapping(sheet, mapping, changed)));
  };
  const ours = (reason: Plan["reasons"][number]) => reason.place === file || first.files.length === 1;
  const problem = plan.problems.some((one) => one.line === null);
  return (
    <>
      <Card
        title={say("import.rows_title", { count: plan.rows.length })}
        hint={plan.file}
        aside={
          plan.files.length > 1 && (
            <Select size="xs" aria-label={say("import.file")} data={plan.files} value={file} onChange={(chosen) => chosen && look(chosen)} allowDeselect={false} w={240} />
          )
        }
      >
        <RowsPreview plan={plan} mapping={mapping} />
      </Card>
      <div className={classes.columns}>
        <Card
          title={say("import.mapping")}
          hint={say("import.mapping_help")}
          aside={
            <SegmentedControl
              size="xs"
              aria-label={say("import.mapping_mode")}
              value={mode}
              onChange={(chosen) => setMode(chosen as "form" | "text")}
              data={[
                { value: "form", label: say("import.form") },
                { value: "text", label: say("import.text") },
              ]}
            />
          }
        >
          {mode === "text" && <Textarea aria-label={say("import.mapping")} classNames={{ input: classes.toml ?? "" }} value={text} onChange={(event) => setText(event.currentTarget.value)} autosize minRows={14} maxRows={34} spellCheck={false} />}
          {mode === "form" && !sheet && <p className={classes.broken}>{say("import.broken")}</p>}
          {mode === "form" && sheet && !mapping && <p className={classes.none}>{say("import.look_up", { file })}</p>}
          {mode === "form" && mapping && (
            <div className={classes.form}>
              <ColumnRoles columns={plan.columns} mapping={mapping} change={change} />
              <EventRules columns={plan.columns} mapping={mapping} change={change} />
              <GeneralFields mapping={mapping} change={change} />
            </div>
          )}
        </Card>
        <div className={classes.aside}>
          {error && <ErrorNote error={error} />}
          <Findings problems={plan.problems} reasons={first.reasons.filter(ours)} questions={first.questions} />
          <EventsPreview plan={plan} checking={checking} />
        </div>
      </div>
      <div className={classes.bar}>
        <Button variant="default" onClick={back}>{say("action.back")}</Button>
        <span className={classes.checking} role="status">
          {checking && <><Loader size={14} aria-hidden="true" /> {say("import.checking")}</>}
        </span>
        <Button loading={starting} disabled={problem || checking || Boolean(error) || text.trim() === ""} onClick={() => start(text)}>
          {say("import.start")}
        </Button>
      </div>
    </>
  );
}
