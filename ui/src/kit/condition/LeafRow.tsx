import { ActionIcon, Menu, Select } from "@mantine/core";
import { IconAlertTriangle, IconCopy, IconDots, IconX } from "@tabler/icons-react";
import { useId } from "react";
import { useTexts } from "~/texts/texts";
import { useBuilding } from "./context";
import classes from "./condition.module.css";
import { Grip, Moves } from "./Grip";
import { isKnown, KINDS, type Known, missing, turned, UNDATED } from "./kinds";
import { LeafFields } from "./LeafFields";
import { useDropping } from "./useDropping";
import type { Body, Leaf } from "./tree";

/** The kinds of statements that may be made here, grouped, as a list to choose from; `own` is there in any case. */
export function useKinds(own?: string) {
  const { say } = useTexts();
  const { dated } = useBuilding();
  const may = (kind: Known) => !dated || kind === own || !UNDATED.includes(kind);
  const groups = (Object.keys(KINDS) as (keyof typeof KINDS)[]).map((group) => ({ group: say(`condition.group_${group}`), items: (KINDS[group] as readonly Known[]).filter(may).map((value) => ({ value, label: say(`condition.kind_${value}`) })) }));
  return groups.filter(({ items }) => items.length > 0);
}

/** One statement as a sentence with fields; what the builder has no fields for is shown as its sentence and kept. */
export function LeafRow({ part, place, of, joined }: { part: Leaf; place: number; of: number; joined: string }) {
  const { say } = useTexts();
  const building = useBuilding();
  const kinds = useKinds(part.key);
  const note = useId();
  const dropping = useDropping(part.id);
  const { key, body } = part;
  const problem = building.problem(part.id);
  const warning = building.warning(part.id);
  const lacks = missing(part);
  const told = problem?.message ?? warning ?? (lacks ? say(`condition.missing_${lacks}`) : "");
  const change = (to: Body, field?: string) => building.change(part.id, (each) => ({ ...each, body: to }), field && `${part.id}.${field}`);
  const turn = (next: string | null) => isKnown(next ?? "") && building.change(part.id, (each) => turned(each as Leaf, next as Known, building.words.currency));
  const name = say("condition.statement_at", { place, of });
  return (
    <li className={classes.row} data-part={part.id} data-joined={joined} data-drop={dropping.zone} data-dragged={building.dragged === part.id} data-tone={problem ? "wrong" : warning ? "odd" : undefined} {...dropping.on}>
      <div role="group" aria-label={name} aria-describedby={told ? note : undefined} className={classes.inside}>
        <Grip id={part.id} name={name} />
        <div className={classes.said}>
          {isKnown(key) ? (
            <>
              <Select size="xs" className={classes.kind ?? ""} classNames={{ input: classes.kindinput ?? "" }} aria-label={say("condition.kind")} data={kinds} value={key} onChange={turn} allowDeselect={false} maxDropdownHeight={340} comboboxProps={{ width: 250, position: "bottom-start" }} />
              <LeafFields kind={key} body={body} change={change} wrong={problem?.name} />
            </>
          ) : (
            <Kept part={part} />
          )}
        </div>
        <div className={classes.acts}>
          <Menu position="bottom-end" transitionProps={{ duration: 0 }}>
            <Menu.Target><ActionIcon variant="subtle" color="gray" size={26} aria-label={say("condition.more_of", { name })}><IconDots size={16} aria-hidden="true" /></ActionIcon></Menu.Target>
            <Menu.Dropdown>
              <Moves id={part.id} />
              <Menu.Item leftSection={<IconCopy size={15} aria-hidden="true" />} onClick={() => building.double(part.id)}>{say("condition.double")}</Menu.Item>
            </Menu.Dropdown>
          </Menu>
          <ActionIcon variant="subtle" color="gray" size={26} aria-label={say("condition.remove", { name })} onClick={() => building.take(part.id)}><IconX size={16} aria-hidden="true" /></ActionIcon>
        </div>
      </div>
      {told && (
        <p id={note} className={classes.note} role={problem ? "alert" : undefined}>
          {(problem || warning) && <IconAlertTriangle size={14} aria-hidden="true" />}
          <span>{problem ? `${told} ${problem.cause}` : told}</span>
        </p>
      )}
    </li>
  );
}

function Kept({ part }: { part: Leaf }) {
  const { say } = useTexts();
  const { says } = useBuilding();
  return (
    <p className={classes.kept}>
      <span>{says(part.id) ?? JSON.stringify(part.key === "" ? part.body.raw : { [part.key]: part.body })}</span>
      <small>{say("condition.kept")}</small>
    </p>
  );
}
