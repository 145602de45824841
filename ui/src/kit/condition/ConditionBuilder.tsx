import { ActionIcon, Button } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { IconArrowBackUp, IconArrowForwardUp } from "@tabler/icons-react";
import { type KeyboardEvent, useMemo } from "react";
import type { Words } from "~/api/types";
import { ErrorNote, Waiting } from "~/kit/states";
import { useTexts } from "~/texts/texts";
import { type Building, BuildingContext, WordsContext } from "./context";
import classes from "./condition.module.css";
import { CountPanel } from "./CountPanel";
import { GroupBox } from "./GroupBox";
import { starting } from "./starting";
import { type Body, partAt } from "./tree";
import { type Editing, useEditing } from "./useEditing";
import { useChecked, useWordNames, useWords } from "./useCondition";

interface BuilderProps {
  /** The condition's document; null while nothing is said. */
  document: Body | null;
  /** Hears the document of all finished statements after every change. */
  change: (document: Body | null) => void;
  /** What is built here, in words. */
  label: string;
  /** Counted as of now, as segments are; otherwise as of the last event of the log, as questions are. */
  now?: boolean;
  /** Only statements with a dated history are offered, as stages need them. */
  dated?: boolean;
}

/** The one place where a condition is built: sentences with fields, groups, and beside them who it is about. */
export function ConditionBuilder(props: BuilderProps) {
  const words = useWords();
  if (words.error) return <ErrorNote error={words.error} again={() => void words.refetch()} />;
  return words.data ? <Ready {...props} words={words.data} /> : <Waiting rows={3} height={46} />;
}

function Ready({ document, change, label, now = false, dated = false, words }: BuilderProps & { words: Words }) {
  const { say } = useTexts();
  const editing = useEditing(document, change);
  const nameOf = useWordNames(words);
  const [settled] = useDebouncedValue(JSON.stringify(editing.written.document), 120);
  const asked = useMemo(() => JSON.parse(settled) as Body | null, [settled]);
  const { checked } = useChecked(asked, now);
  const { places } = editing.written;
  const building = useMemo<Building>(() => {
    const at = <T extends { at: string }>(all: T[] | undefined, id: string) => all?.find((each) => partAt(places, each.at) === id);
    return {
      words: dated ? { ...words, stages: [], stage_sets: [] } : words,
      nameOf,
      dated,
      root: editing.tree.root,
      ...editing.acts,
      ...editing.dragging,
      problem: (id) => at(checked?.problems, id),
      warning: (id) => at(checked?.warnings, id)?.message,
      says: (id) => at(checked?.clauses, id)?.says,
    };
  }, [words, nameOf, dated, editing, places, checked]);
  const onKeyDown = (event: KeyboardEvent) => {
    const typing = event.target instanceof HTMLTextAreaElement || (event.target instanceof HTMLInputElement && !event.target.readOnly && event.target.type === "text" && event.target.value !== "");
    if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== "z" || typing) return;
    event.preventDefault();
    (event.shiftKey ? editing.redo : editing.undo)?.();
  };
  const general = checked?.problems.find(({ at }) => partAt(places, at) === undefined);
  const empty = editing.tree.root.parts.length === 0;
  return (
    <WordsContext value={building.words}>
      <BuildingContext value={building}>
        <section className={classes.builder} aria-label={label} onKeyDown={onKeyDown}>
          <div className={classes.left}>
            <div className={classes.bar}>
              <ActionIcon variant="default" size={28} aria-label={say("condition.undo")} title={say("condition.undo")} disabled={!editing.undo} onClick={() => editing.undo?.()}><IconArrowBackUp size={16} aria-hidden="true" /></ActionIcon>
              <ActionIcon variant="default" size={28} aria-label={say("condition.redo")} title={say("condition.redo")} disabled={!editing.redo} onClick={() => editing.redo?.()}><IconArrowForwardUp size={16} aria-hidden="true" /></ActionIcon>
              <p className={classes.hint}>{say("condition.keys")}</p>
            </div>
            {empty && <Starting editing={editing} words={words} nameOf={nameOf} />}
            <GroupBox part={editing.tree.root} />
            {general && <p role="alert" className={classes.general}>{`${general.message} ${general.cause}`}</p>}
            {checked && asked && (
              <div className={classes.words}>
                <h3>{say("condition.in_words")}</h3>
                <p>{checked.says}</p>
              </div>
            )}
          </div>
          <CountPanel document={asked} checked={checked} finished={editing.finished} now={now} replace={editing.replace} />
          <p className="unseen" role="status" aria-live="polite">{editing.told}</p>
        </section>
      </BuildingContext>
    </WordsContext>
  );
}

/** How to begin when nothing is said yet: sentences made of what happens here. */
function Starting({ editing, words, nameOf }: { editing: Editing; words: Words; nameOf: Building["nameOf"] }) {
  const { say } = useTexts();
  const starts = starting(words);
  return (
    <div className={classes.starting}>
      <h3>{say("condition.start")}</h3>
      <p>{say(starts.length > 0 ? "condition.start_next" : "condition.start_none")}</p>
      <ul>
        {starts.map(({ start, event, other, document }) => (
          <li key={start}>
            <Button variant="default" className={classes.starter ?? ""} onClick={() => editing.replace(document)}>
              <strong>{say(`condition.start_${start}`)}</strong>
              <span>{say(`condition.starts_${start}`, { event: nameOf("event", event), other: nameOf("event", other) })}</span>
            </Button>
          </li>
        ))}
      </ul>
    </div>
  );
}
