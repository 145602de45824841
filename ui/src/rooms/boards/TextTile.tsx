import { Button, Menu, Textarea } from "@mantine/core";
import { useState } from "react";
import type { Tile } from "~/api/types";
import { useTexts } from "~/texts/texts";
import classes from "./boards.module.css";
import type { Handles } from "./Grid";
import { TileFrame } from "./TileFrame";

interface TextTileProps {
  tile: Tile;
  handles: Handles | null;
  write?: (text: string) => void;
  remove?: () => void;
}

/** Words between the answers. The first line is the heading. */
export function TextTile({ tile, handles, write, remove }: TextTileProps) {
  const { say } = useTexts();
  const [writing, setWriting] = useState<string | null>(null);
  const [heading = "", ...rest] = tile.text.split("\n");
  const done = () => {
    if (writing?.trim()) write?.(writing.trim());
    setWriting(null);
  };
  const menu = write && (
    <>
      <Menu.Item onClick={() => setWriting(tile.text)}>{say("boards.edit_text")}</Menu.Item>
      <Menu.Item color="red" onClick={remove}>{say("boards.take_off")}</Menu.Item>
    </>
  );
  return (
    <TileFrame name={heading} title={writing === null ? heading : say("boards.edit_text")} handles={handles} menu={menu}>
      {writing === null ? (
        <p className={classes.words}>{rest.join("\n").trim()}</p>
      ) : (
        <>
          <Textarea autoFocus autosize minRows={2} maxRows={12} maxLength={4000} aria-label={say("boards.text")} value={writing} onChange={(event) => setWriting(event.currentTarget.value)} />
          <Button size="xs" mt={8} onClick={done}>{say("boards.done")}</Button>
        </>
      )}
    </TileFrame>
  );
}
