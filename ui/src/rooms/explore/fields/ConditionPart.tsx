import { IconChevronDown } from "@tabler/icons-react";
import { type ReactNode, useState } from "react";
import { ConditionBuilder } from "~/kit/condition/ConditionBuilder";
import type { Body } from "~/kit/condition/tree";
import { useChecked } from "~/kit/condition/useCondition";
import { useTexts } from "~/texts/texts";
import classes from "./conditions.module.css";

interface PartProps {
  label: string;
  document: Body | null;
  change: (document: Body | null) => void;
  /** Stands open at first. */
  open: boolean;
  /** In the place of the label, and after it. */
  name?: ReactNode;
  after?: ReactNode;
  /** What is meant while nothing is said. */
  otherwise?: string | undefined;
}

/** One of several conditions: its name, and below it the builder, or while it is closed the sentence. */
export function ConditionPart({ label, document, change, open: first, name, after, otherwise }: PartProps) {
  const { say } = useTexts();
  const [open, setOpen] = useState(first);
  const { checked } = useChecked(document);
  return (
    <section className={classes.part}>
      <header>
        <button type="button" className={`plain ${classes.fold}`} aria-expanded={open} aria-label={say(open ? "explore.conditions_close" : "explore.conditions_open", { name: label })} onClick={() => setOpen(!open)}><IconChevronDown size={16} aria-hidden="true" /></button>
        {name ?? <h3>{label}</h3>}
        {after}
      </header>
      {!open && <button type="button" className={`plain ${classes.says}`} onClick={() => setOpen(true)}>{document === null ? (otherwise ?? say("explore.conditions_empty")) : (checked?.says ?? "…")}</button>}
      {open && <div className={classes.inside}><ConditionBuilder label={label} document={document} change={change} /></div>}
    </section>
  );
}
