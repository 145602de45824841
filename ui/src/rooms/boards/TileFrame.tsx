import { ActionIcon, Menu } from "@mantine/core";
import { IconDotsVertical, IconGripVertical } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { useTexts } from "~/texts/texts";
import classes from "./boards.module.css";
import type { Handles } from "./Grid";

interface FrameProps {
  name: string;
  title: ReactNode;
  hint?: ReactNode;
  handles: Handles | null;
  menu?: ReactNode;
  children: ReactNode;
}

/** A tile's card: its title, the handles that move it and change its size, and what can be done with it. */
export function TileFrame({ name, title, hint, handles, menu, children }: FrameProps) {
  const { say } = useTexts();
  return (
    <article className={classes.tile} aria-label={name}>
      <header>
        {handles && (
          <button type="button" className={classes.handle} aria-label={say("boards.move", { name })} title={say("boards.move_hint")} {...handles.move}>
            <IconGripVertical size={16} aria-hidden="true" />
          </button>
        )}
        <div className={classes.title}>
          <h2>{title}</h2>
          {hint && <p>{hint}</p>}
        </div>
        {menu && (
          <Menu position="bottom-end" transitionProps={{ duration: 0 }}>
            <Menu.Target>
              <ActionIcon variant="subtle" color="gray" aria-label={say("boards.tile_menu", { name })}><IconDotsVertical size={16} aria-hidden="true" /></ActionIcon>
            </Menu.Target>
            <Menu.Dropdown>{menu}</Menu.Dropdown>
          </Menu>
        )}
      </header>
      <div className={classes.body}>{children}</div>
      {handles && <span className={classes.corner} aria-hidden="true" {...handles.resize} />}
    </article>
  );
}
