import { IconCheck } from "@tabler/icons-react";
import { type TextKey, useTexts } from "~/texts/texts";
import classes from "./wizard.module.css";

const STEPS: TextKey[] = ["import.step_files", "import.step_mapping", "import.step_import"];

export function Steps({ at }: { at: number }) {
  const { say } = useTexts();
  return (
    <ol className={classes.steps}>
      {STEPS.map((step, i) => (
        <li key={step} data-state={i < at ? "done" : i === at ? "now" : "later"} aria-current={i === at ? "step" : undefined}>
          <span aria-hidden="true">{i < at ? <IconCheck size={14} /> : i + 1}</span>
          {say(step)}
        </li>
      ))}
    </ol>
  );
}
