import { Button, Menu } from "@mantine/core";
import { useDocumentTitle } from "@mantine/hooks";
import { Link, useNavigate, useParams } from "@tanstack/react-router";
import { IconDots, IconShare2 } from "@tabler/icons-react";
import { useRef, useState } from "react";
import type { Dashboard, Saved, Tile } from "~/api/types";
import { Empty, ErrorNote, Waiting } from "~/kit/states";
import { ExploreDrawer } from "~/rooms/explore/ExploreDrawer";
import { useTexts } from "~/texts/texts";
import { AddTile } from "./AddTile";
import classes from "./boards.module.css";
import { Grid } from "./Grid";
import { rise } from "./layout";
import { type Opened, QuestionTile } from "./QuestionTile";
import { RenameBoard } from "./RenameBoard";
import { ShareBoard } from "./ShareBoard";
import { TextTile } from "./TextTile";
import { useArranging, useDashboard, useKeeping, useSavedQuestions } from "./useBoards";

/** One dashboard: its tiles are asked now, and are moved where they belong. */
export function BoardPage() {
  const { board } = useParams({ from: "/boards/$board" });
  const found = useDashboard(board);
  const saved = useSavedQuestions();
  if (found.error) return <ErrorNote error={found.error} again={() => void found.refetch()} />;
  if (!found.data || !saved.data) return <Waiting rows={3} height={200} />;
  return <Board key={board} board={found.data} saved={saved.data} reload={() => void found.refetch()} />;
}

function Board({ board, saved, reload }: { board: Dashboard; saved: Saved[]; reload: () => void }) {
  const { say } = useTexts();
  useDocumentTitle(`${board.name} · Wend`);
  const navigate = useNavigate();
  const arranging = useArranging(board);
  const { remove } = useKeeping();
  const [tiles, setTiles] = useState<Tile[]>(board.tiles);
  const [opened, setOpened] = useState<Opened | null>(null);
  const [window, setWindow] = useState<"share" | "rename" | null>(null);
  const opener = useRef<HTMLElement | null>(null);

  const arrange = (next: Tile[]) => {
    setTiles(next);
    arranging.mutate({ name: board.name, tiles: next });
  };
  const again = () => {
    arranging.reset();
    reload();
  };
  const nameOf = (tile: Tile) => (tile.kind === "text" ? (tile.text.split("\n")[0] ?? "") : (saved.find(({ id }) => id === tile.question)?.name ?? ""));
  const open = (number: Opened) => {
    if (!opened) opener.current = document.activeElement as HTMLElement | null;
    setOpened(number);
  };
  const close = () => {
    setOpened(null);
    opener.current?.focus();
  };
  const away = () => remove.mutate(board.id, { onSuccess: () => void navigate({ to: "/boards" }) });
  return (
    <div className={classes.frame}>
      <div className={classes.content}>
        <header className={classes.head}>
          <nav><Link to="/boards">{say("boards.title")}</Link></nav>
          <h1>{board.name}</h1>
          <AddTile tiles={tiles} saved={saved} arrange={arrange} />
          <Button size="xs" variant="default" leftSection={<IconShare2 size={15} aria-hidden="true" />} onClick={() => setWindow("share")}>{say("boards.share")}</Button>
          <Menu position="bottom-end" transitionProps={{ duration: 0 }}>
            <Menu.Target><Button size="xs" variant="default" aria-label={say("boards.more", { name: board.name })}><IconDots size={15} aria-hidden="true" /></Button></Menu.Target>
            <Menu.Dropdown>
              <Menu.Item onClick={() => setWindow("rename")}>{say("boards.rename")}</Menu.Item>
              <Menu.Item color="red" onClick={away}>{say("boards.remove")}</Menu.Item>
            </Menu.Dropdown>
          </Menu>
        </header>
        {arranging.error && <ErrorNote error={arranging.error} again={again} />}
        {remove.error && <ErrorNote error={remove.error} />}
        {tiles.length === 0 ? (
          <Empty title={say("boards.empty")} action={<AddTile tiles={tiles} saved={saved} arrange={arrange} />}>{say("boards.empty_next")}</Empty>
        ) : (
          <Grid tiles={tiles} name={nameOf} arrange={arrange}>
            {(tile, handles) => {
              const question = saved.find(({ id }) => id === tile.question);
              const takeOff = () => arrange(rise(tiles.filter(({ id }) => id !== tile.id)));
              if (tile.kind === "text") return <TextTile tile={tile} handles={handles} write={(text) => arrange(tiles.map((each) => (each.id === tile.id ? { ...each, text } : each)))} remove={takeOff} />;
              return question && <QuestionTile saved={question} handles={handles} remove={takeOff} open={open} />;
            }}
          </Grid>
        )}
      </div>
      {opened && <ExploreDrawer {...opened} close={close} />}
      {window === "share" && <ShareBoard board={board} close={() => setWindow(null)} />}
      {window === "rename" && <RenameBoard name={board.name} rename={(name) => arranging.mutate({ name, tiles })} close={() => setWindow(null)} />}
    </div>
  );
}
