import { Button, Menu } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { IconLetterT, IconPlus, IconZoomQuestion } from "@tabler/icons-react";
import type { Saved, Tile } from "~/api/types";
import { useTexts } from "~/texts/texts";
import { add } from "./layout";
import { freshId } from "./useBoards";

interface AddProps {
  tiles: Tile[];
  saved: Saved[];
  arrange: (tiles: Tile[]) => void;
}

const TILE = { x: 0, y: 0, width: 6, height: 8, question: "", text: "" };

/** Puts a saved question or a text at the first free place of a dashboard. */
export function AddTile({ tiles, saved, arrange }: AddProps) {
  const { say } = useTexts();
  const put = (tile: Partial<Tile>) => arrange(add(tiles, { ...TILE, id: freshId(tiles), kind: "question", ...tile }));
  return (
    <Menu position="bottom-end" transitionProps={{ duration: 0 }} width={280}>
      <Menu.Target>
        <Button size="xs" leftSection={<IconPlus size={15} aria-hidden="true" />}>{say("boards.add")}</Button>
      </Menu.Target>
      <Menu.Dropdown style={{ maxHeight: 360, overflowY: "auto" }}>
        {saved.length > 0 && <Menu.Label>{say("boards.saved")}</Menu.Label>}
        {saved.map(({ id, name }) => <Menu.Item key={id} onClick={() => put({ question: id })}>{name}</Menu.Item>)}
        {saved.length > 0 && <Menu.Divider />}
        <Menu.Item leftSection={<IconLetterT size={15} aria-hidden="true" />} onClick={() => put({ kind: "text", height: 3, text: say("boards.new_text") })}>{say("boards.text")}</Menu.Item>
        <Menu.Item leftSection={<IconZoomQuestion size={15} aria-hidden="true" />} component={Link} {...{ to: "/explore/funnel" }}>{say("boards.ask_new")}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
