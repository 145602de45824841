import { ActionIcon, Button, Menu, Select } from "@mantine/core";
import { IconDots, IconPlus, IconStack2, IconX } from "@tabler/icons-react";
import { useTexts } from "~/texts/texts";
import { useBuilding } from "./context";
import classes from "./condition.module.css";
import { Grip, Moves } from "./Grip";
import { begin, isKnown } from "./kinds";
import { LeafRow, useKinds } from "./LeafRow";
import { type Group, group, type GroupKind, GROUPS, isGroup } from "./tree";
import { useDropping } from "./useDropping";

/** So many levels a document may have. */
const DEEPEST = 12;

/** Statements and groups that hold together: all of them, any, or none. */
export function GroupBox({ part, place = 1, of = 1, level = 1 }: { part: Group; place?: number; of?: number; level?: number }) {
  const { say } = useTexts();
  const building = useBuilding();
  const dropping = useDropping(part.id, "end");
  const whole = level === 1;
  const name = whole ? say("condition.whole") : say("condition.group_at", { place, of });
  const joined = say(`condition.joined_${part.kind}`);
  const alone = whole && part.parts.length < 2 && part.kind === "all";
  return (
    <div role="group" aria-label={name} className={classes.group} data-level={Math.min(level, 4)} data-whole={whole} data-kind={part.kind} data-drop={dropping.zone} {...dropping.on}>
      {!alone && (
        <header className={classes.heading}>
          {!whole && <Grip id={part.id} name={name} />}
          <Select size="xs" className={classes.grouping ?? ""} classNames={{ input: classes.kindinput ?? "" }} aria-label={say("condition.grouping", { name })} data={GROUPS.map((value) => ({ value, label: say(`condition.${value}`) }))} value={part.kind} onChange={(kind) => building.change(part.id, (each) => ({ ...each, kind: (kind ?? "all") as GroupKind }))} allowDeselect={false} />
          {!whole && (
            <span className={classes.acts}>
              <Menu position="bottom-end" transitionProps={{ duration: 0 }}>
                <Menu.Target><ActionIcon variant="subtle" color="gray" size={26} aria-label={say("condition.more_of", { name })}><IconDots size={16} aria-hidden="true" /></ActionIcon></Menu.Target>
                <Menu.Dropdown><Moves id={part.id} /></Menu.Dropdown>
              </Menu>
              <ActionIcon variant="subtle" color="gray" size={26} aria-label={say("condition.remove", { name })} onClick={() => building.take(part.id)}><IconX size={16} aria-hidden="true" /></ActionIcon>
            </span>
          )}
        </header>
      )}
      <ul className={classes.parts}>
        {part.parts.map((each, i) => (isGroup(each) ? <li key={each.id} data-part={each.id} data-joined={joined}><GroupBox part={each} place={i + 1} of={part.parts.length} level={level + 1} /></li> : <LeafRow key={each.id} part={each} joined={joined} place={i + 1} of={part.parts.length} />))}
      </ul>
      <Adding part={part} level={level} />
    </div>
  );
}

function Adding({ part, level }: { part: Group; level: number }) {
  const { say } = useTexts();
  const building = useBuilding();
  const kinds = useKinds();
  const add = (key: string) => isKnown(key) && building.add(part.id, begin(key, building.words.currency));
  return (
    <div className={classes.adding}>
      <Menu position="bottom-start" width={260} transitionProps={{ duration: 0 }} returnFocus={false}>
        <Menu.Target><Button size="xs" variant="light" data-add={part.id} leftSection={<IconPlus size={14} aria-hidden="true" />}>{say("condition.add")}</Button></Menu.Target>
        <Menu.Dropdown className={classes.menu ?? ""}>
          {kinds.map(({ group: title, items }) => [
            <Menu.Label key={title}>{title}</Menu.Label>,
            ...items.map(({ value, label }) => <Menu.Item key={value} onClick={() => add(value)}>{label}</Menu.Item>),
          ])}
        </Menu.Dropdown>
      </Menu>
      {level < DEEPEST - 1 && part.parts.length > 0 && <Button size="xs" variant="subtle" color="gray" leftSection={<IconStack2 size={14} aria-hidden="true" />} onClick={() => building.add(part.id, group(part.kind === "all" ? "any" : "all", [begin("did")]))}>{say("condition.add_group")}</Button>}
    </div>
  );
}
