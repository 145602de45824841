import { Menu } from "@mantine/core";
import { IconArrowBarRight, IconArrowBarToLeft, IconArrowDown, IconArrowUp, IconGripVertical, type Icon } from "@tabler/icons-react";
import type { KeyboardEvent } from "react";
import { useTexts } from "~/texts/texts";
import { useBuilding } from "./context";
import classes from "./condition.module.css";
import { moved, type Way } from "./moving";

const KEYS: Record<string, Way> = { ArrowUp: "up", ArrowDown: "down", ArrowRight: "into", ArrowLeft: "out" };
const SIGNS: Record<Way, Icon> = { up: IconArrowUp, down: IconArrowDown, into: IconArrowBarRight, out: IconArrowBarToLeft };
const WAYS = Object.keys(SIGNS) as Way[];

/** What a part is moved by: dragged with the mouse, or with the arrow keys: up, down, into a group, out of it. */
export function Grip({ id, name }: { id: string; name: string }) {
  const { say } = useTexts();
  const { move, drag } = useBuilding();
  const onKeyDown = (event: KeyboardEvent) => {
    const way = KEYS[event.key];
    if (!way) return;
    event.preventDefault();
    move(id, way);
  };
  return (
    <button
      type="button"
      className={classes.grip}
      data-grip={id}
      aria-label={say("condition.move", { name })}
      title={say("condition.move_hint")}
      draggable
      onDragStart={(event) => {
        event.stopPropagation();
        event.dataTransfer.setData("text/plain", id);
        event.dataTransfer.effectAllowed = "move";
        drag(id);
      }}
      onDragEnd={() => drag(null)}
      onKeyDown={onKeyDown}
    >
      <IconGripVertical size={16} aria-hidden="true" />
    </button>
  );
}

/** The same moves in a menu. */
export function Moves({ id }: { id: string }) {
  const { say } = useTexts();
  const { root, move } = useBuilding();
  return (
    <>
      {WAYS.map((way) => {
        const Sign = SIGNS[way];
        return <Menu.Item key={way} leftSection={<Sign size={15} aria-hidden="true" />} disabled={moved(root, id, way) === root} onClick={() => move(id, way)}>{say(`condition.move_${way}`)}</Menu.Item>;
      })}
    </>
  );
}
