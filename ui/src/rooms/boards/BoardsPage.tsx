import { Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { IconPlus } from "@tabler/icons-react";
import { useState } from "react";
import type { Dashboard } from "~/api/types";
import { useFormat } from "~/kit/format";
import { Card, Page } from "~/kit/page/Page";
import { Empty, ErrorNote, Waiting } from "~/kit/states";
import { useTexts } from "~/texts/texts";
import { AlertLines } from "./AlertLines";
import classes from "./boards.module.css";
import { NewBoard } from "./NewBoard";
import { SavedLines } from "./SavedLines";
import { useDashboards } from "./useBoards";

/** Everything that is kept: dashboards, saved questions and alerts. */
export function BoardsPage() {
  const { say } = useTexts();
  const found = useDashboards();
  const [making, setMaking] = useState(false);
  const make = <Button size="xs" leftSection={<IconPlus size={15} aria-hidden="true" />} onClick={() => setMaking(true)}>{say("boards.new")}</Button>;
  return (
    <Page title={say("boards.title")} beside={found.data && found.data.length > 0 && make}>
      {found.error && <ErrorNote error={found.error} again={() => void found.refetch()} />}
      {found.isPending && <Waiting rows={2} height={140} />}
      {found.data?.length === 0 && <Empty title={say("boards.none")} action={make}>{say("boards.none_next")}</Empty>}
      {found.data && found.data.length > 0 && (
        <ul className={classes.boards}>
          {found.data.map((board) => <li key={board.id}><BoardCard board={board} /></li>)}
        </ul>
      )}
      <Card title={say("boards.saved")} hint={say("boards.saved_hint")}><SavedLines /></Card>
      <Card title={say("boards.alerts")} hint={say("boards.alerts_hint")}><AlertLines /></Card>
      {making && <NewBoard close={() => setMaking(false)} />}
    </Page>
  );
}

function BoardCard({ board }: { board: Dashboard }) {
  const { say } = useTexts();
  const format = useFormat();
  return (
    <Link to="/boards/$board" params={{ board: board.id }} className={classes.board}>
      <svg viewBox="0 0 122 62" preserveAspectRatio="xMidYMin meet" aria-hidden="true">
        {board.tiles.map(({ id, kind, x, y, width, height }) => <rect key={id} data-kind={kind} x={1 + x * 10} y={3 + y * 4} width={width * 10 - 2} height={height * 4 - 2} rx={2} />)}
      </svg>
      <h3>{board.name}</h3>
      <p>{say("boards.board_line", { count: board.tiles.length, at: format.date(board.at) })}</p>
    </Link>
  );
}
