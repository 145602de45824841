import { ActionIcon, Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { IconTrash } from "@tabler/icons-react";
import { useFormat } from "~/kit/format";
import { useName } from "~/kit/names";
import tables from "~/kit/page/table.module.css";
import { Empty, ErrorNote, Waiting } from "~/kit/states";
import { useZone } from "~/kit/zone";
import { useQuestions } from "~/rooms/explore/useExplore";
import { useTexts } from "~/texts/texts";
import { searchOf } from "./asked";
import classes from "./boards.module.css";
import { Period } from "./Period";
import { useKeeping, useSavedQuestions } from "./useBoards";

/** The saved questions; each opens in Explore. */
export function SavedLines() {
  const { say } = useTexts();
  const format = useFormat();
  const name = useName();
  const zone = useZone();
  const found = useSavedQuestions();
  const lines = useQuestions().data;
  const { forget } = useKeeping();
  if (found.error) return <ErrorNote error={found.error} again={() => void found.refetch()} />;
  if (!found.data) return <Waiting rows={3} height={32} />;
  if (found.data.length === 0) {
    return <Empty title={say("boards.no_saved")} action={<Button variant="default" component={Link} to="/explore/funnel">{say("boards.to_explore")}</Button>}>{say("boards.no_saved_next")}</Empty>;
  }
  return (
    <>
      {forget.error && <ErrorNote error={forget.error} />}
      <div className={tables.scroll} tabIndex={0} role="region" aria-label={say("boards.saved")}>
        <table className={tables.table}>
          <thead>
            <tr>
              <th scope="col">{say("boards.name")}</th>
              <th scope="col">{say("boards.question")}</th>
              <th scope="col">{say("boards.period")}</th>
              <th scope="col">{say("boards.kept")}</th>
              <th scope="col"><span className="unseen">{say("boards.forget")}</span></th>
            </tr>
          </thead>
          <tbody>
            {found.data.map((saved) => {
              const line = lines?.find(({ question }) => question === saved.asked.question);
              return (
                <tr key={saved.id}>
                  <th scope="row"><Link className={classes.link} to="/explore/$question" params={{ question: saved.asked.question }} search={searchOf(saved, zone, Date.now() / 1000)}><strong>{saved.name}</strong></Link></th>
                  <td className={classes.whole}>{line ? name(line.title) : saved.asked.question}</td>
                  <td className={classes.whole}><Period asked={saved.asked} /></td>
                  <td className={classes.whole}>{say("boards.version", { version: saved.version, at: format.date(saved.at) })}</td>
                  <td><ActionIcon variant="subtle" color="gray" aria-label={say("boards.forget_named", { name: saved.name })} onClick={() => forget.mutate(saved.id)}><IconTrash size={16} aria-hidden="true" /></ActionIcon></td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </>
  );
}
