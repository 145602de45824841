import { ActionIcon, Button, Modal } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { IconPencil, IconX } from "@tabler/icons-react";
import { useState } from "react";
import type { Stage } from "~/api/types";
import { ConditionBuilder } from "~/kit/condition/ConditionBuilder";
import type { Body } from "~/kit/condition/tree";
import { useChecked } from "~/kit/condition/useCondition";
import { useName } from "~/kit/names";
import { useTexts } from "~/texts/texts";
import classes from "./stages.module.css";

type Side = "enter" | "exit";

/** The conditions with which a stage is entered and left, beside the rules that count. */
export function StageConditions({ stage, first, change }: { stage: Stage; first: boolean; change: (stage: Stage) => void }) {
  const { say } = useTexts();
  const [edited, setEdited] = useState<Side | null>(null);
  const entry = stage.enter as Body | null;
  const whileItHolds = () => change({ ...stage, exit: { version: 1, condition: { none: [entry?.condition ?? {}] } } as Stage["exit"] });
  return (
    <div className={classes.conditions}>
      {(["enter", "exit"] as const).map((side) => {
        const document = stage[side] as Body | null;
        if (document) {
          return (
            <div key={side} className={classes.condition}>
              <span>{say(`stages.${side}_when`)}</span>
              <Said document={document} />
              <ActionIcon variant="subtle" color="gray" aria-label={say(`stages.edit_${side}`)} onClick={() => setEdited(side)}><IconPencil size={15} aria-hidden="true" /></ActionIcon>
              <ActionIcon variant="subtle" color="gray" aria-label={say(`stages.remove_${side}`)} onClick={() => change({ ...stage, [side]: null })}><IconX size={15} aria-hidden="true" /></ActionIcon>
            </div>
          );
        }
        if (side === "enter" && first) return null;
        return (
          <div key={side} className={classes.ruleActs}>
            <Button size="compact-xs" variant="subtle" onClick={() => setEdited(side)}>{say(`stages.add_${side}`)}</Button>
            {side === "exit" && entry && <Button size="compact-xs" variant="subtle" onClick={whileItHolds}>{say("stages.while_it_holds")}</Button>}
          </div>
        );
      })}
      {edited && <Dialog stage={stage} side={edited} change={(document) => { change({ ...stage, [edited]: document }); setEdited(null); }} close={() => setEdited(null)} />}
    </div>
  );
}

/** What a condition says, in words. */
export function Said({ document }: { document: Body }) {
  const { say } = useTexts();
  const { checked } = useChecked(document);
  return <p>{checked?.says ?? say("state.loading")}</p>;
}

function Dialog({ stage, side, change, close }: { stage: Stage; side: Side; change: (document: Stage["enter"]) => void; close: () => void }) {
  const { say } = useTexts();
  const name = useName();
  const phone = useMediaQuery("(max-width: 767px)", false, { getInitialValueInEffect: false });
  const [document, setDocument] = useState<Body | null>(stage[side] as Body | null);
  const title = say(`stages.${side}_title`, { name: name(stage.name) });
  return (
    <Modal opened onClose={close} size="xl" fullScreen={phone} title={title} closeButtonProps={{ "aria-label": say("action.close") }} transitionProps={{ duration: 0 }}>
      <p className={classes.dated}>{say("stages.condition_help")}</p>
      <ConditionBuilder label={title} document={document} change={setDocument} dated />
      <div className={classes.actions}>
        <Button variant="default" onClick={close}>{say("action.cancel")}</Button>
        <Button disabled={document === null} onClick={() => change(document as Stage["enter"])}>{say("stages.condition_done")}</Button>
      </div>
    </Modal>
  );
}
