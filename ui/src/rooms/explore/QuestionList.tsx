import { Select } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { Link, useNavigate } from "@tanstack/react-router";
import type { QuestionLine } from "~/api/types";
import { useName } from "~/kit/names";
import { useTexts } from "~/texts/texts";
import classes from "./ExplorePage.module.css";
import { grouped } from "./groups";

/** The selection stays when another question is chosen; what belonged to the last one does not. */
const keep = (before: Record<string, unknown>) => ({ ...before, ask: undefined, open: undefined, hide: undefined, look: undefined, part: undefined }) as never;

/** All questions: a list beside the answer, one field where there is no room. */
export function QuestionList({ lines, question }: { lines: QuestionLine[]; question: string }) {
  const { say } = useTexts();
  const name = useName();
  const navigate = useNavigate();
  const wide = useMediaQuery("(min-width: 1024px)", true, { getInitialValueInEffect: false });
  const groups = grouped(lines);
  if (!wide) {
    return (
      <Select
        size="sm"
        aria-label={say("explore.questions")}
        data={groups.map(({ group, lines: each }) => ({ group: say(`explore.group_${group}`), items: each.map((line) => ({ value: line.question, label: name(line.title) })) }))}
        value={question}
        onChange={(chosen) => chosen && void navigate({ to: "/explore/$question", params: { question: chosen }, search: keep })}
        allowDeselect={false}
      />
    );
  }
  return (
    <nav className={classes.list} aria-label={say("explore.questions")}>
      {groups.map(({ group, lines: each }) => (
        <div key={group}>
          <h2>{say(`explore.group_${group}`)}</h2>
          <ul>
            {each.map((line) => (
              <li key={line.question}>
                <Link to="/explore/$question" params={{ question: line.question }} search={keep} activeOptions={{ includeSearch: false }} activeProps={{ "aria-current": "page" }} title={name(line.help)}>
                  {name(line.title)}
                </Link>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </nav>
  );
}
