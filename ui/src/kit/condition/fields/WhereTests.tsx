import { ActionIcon, Button } from "@mantine/core";
import { IconFilter, IconX } from "@tabler/icons-react";
import { useEffect, useRef } from "react";
import { useTexts } from "~/texts/texts";
import classes from "../condition.module.css";
import { tells, test, tests, withTests } from "../parts";
import type { Body } from "../tree";
import { TestField } from "./TestField";

/** What an event must be to count; all of it must hold. */
export function WhereTests({ body, change, wrong, strict = false }: { body: Body; change: (body: Body) => void; wrong?: string | undefined; /** Whether those that say nothing yet are marked. */ strict?: boolean }) {
  const { say } = useTexts();
  const all = tests(body);
  const list = useRef<HTMLUListElement>(null);
  const before = useRef(all.length);
  const last = all.at(-1);
  const begun = last !== undefined && test(last).name === "";
  useEffect(() => {
    // Whoever adds one goes on in it; one that comes whole, out of the text or by undoing, takes the focus from nobody.
    if (begun && all.length > before.current) list.current?.lastElementChild?.querySelector("input")?.focus();
    before.current = all.length;
  }, [all.length, begun]);
  if (all.length === 0) return null;
  return (
    <ul ref={list} className={classes.tests} aria-label={say("condition.where")}>
      {all.map((each, i) => (
        <li key={i} className={classes.test} data-unfinished={strict && !tells(test(each))}>
          <span className={classes.word}>{i === 0 ? say("condition.where") : say("condition.and")}</span>
          <TestField of={body} body={each} wrong={wrong} change={(to) => change(withTests(body, all.map((other, at) => (at === i ? to : other))))} />
          <ActionIcon variant="subtle" color="gray" size={26} aria-label={say("condition.where_remove", { place: i + 1 })} onClick={() => change(withTests(body, all.filter((_, at) => at !== i)))}><IconX size={14} aria-hidden="true" /></ActionIcon>
          {strict && !tells(test(each)) && <small className={classes.unfinished}>{say(test(each).name === "" ? "condition.where_nameless" : "condition.where_valueless")}</small>}
        </li>
      ))}
    </ul>
  );
}

/** Adds one more test. */
export function AddTest({ body, change }: { body: Body; change: (body: Body) => void }) {
  const { say } = useTexts();
  return <Button size="compact-xs" variant="subtle" color="gray" className={classes.addtest ?? ""} leftSection={<IconFilter size={13} aria-hidden="true" />} onClick={() => change(withTests(body, [...tests(body), { property: "", is: "" }]))}>{say("condition.where_add")}</Button>;
}
