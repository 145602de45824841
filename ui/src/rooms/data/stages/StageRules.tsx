import { ActionIcon, Button, MultiSelect, NumberInput, TextInput } from "@mantine/core";
import { IconPlus, IconTrash, IconX } from "@tabler/icons-react";
import type { Stage, Touchpoint } from "~/api/types";
import { useName } from "~/kit/names";
import { useTexts } from "~/texts/texts";
import classes from "./stages.module.css";

interface RulesProps {
  stage: Stage;
  touchpoints: Touchpoint[];
  change: (stage: Stage) => void;
  remove: (() => void) | undefined;
}

/** What a stage is called and which touchpoints lead into it. */
export function StageRules({ stage, touchpoints, change, remove }: RulesProps) {
  const { say } = useTexts();
  const name = useName();
  const data = touchpoints.map((touchpoint) => ({ value: touchpoint.key, label: name(touchpoint.name) }));
  type Rule = Stage["rules"][number];
  const set = (i: number, part: Partial<Rule>) => change({ ...stage, rules: stage.rules.map((rule, at) => (at === i ? { ...rule, ...part } : rule)) });
  const called = (language: "en" | "vi") => ({
    value: stage.name[language],
    onChange: (event: { currentTarget: { value: string } }) => change({ ...stage, name: { ...stage.name, [language]: event.currentTarget.value } }),
  });
  return (
    <div className={classes.editing}>
      <div className={classes.names}>
        <TextInput size="xs" label={say("touchpoint.name_en")} {...called("en")} />
        <TextInput size="xs" label={say("touchpoint.name_vi")} {...called("vi")} />
      </div>
      {stage.rules.map((rule, i) => (
        <fieldset key={i} className={classes.rule}>
          <legend>{i === 0 ? say("stages.when") : say("stages.or_when")}</legend>
          <NumberInput size="xs" w={96} aria-label={say("stages.at_least")} prefix="≥ " suffix=" ×" value={rule.at_least} min={1} max={999} onChange={(value) => set(i, { at_least: Math.max(1, Number(value) || 1) })} />
          <MultiSelect size="xs" className={classes.touchpoints ?? ""} aria-label={say("stages.touchpoints")} placeholder={rule.touchpoints.length ? undefined : say("stages.touchpoints")} data={data} value={rule.touchpoints} onChange={(keys) => set(i, { touchpoints: keys })} searchable limit={80} />
          <ActionIcon variant="subtle" color="gray" aria-label={say("stages.remove_rule")} onClick={() => change({ ...stage, rules: stage.rules.filter((_, at) => at !== i) })}>
            <IconX size={15} aria-hidden="true" />
          </ActionIcon>
        </fieldset>
      ))}
      <NumberInput size="xs" w={220} label={say("stages.touches")} description={say("stages.touches_help")} value={stage.touches || ""} min={0} max={100000} allowDecimal={false} onChange={(value) => change({ ...stage, touches: Math.max(0, Number(value) || 0) })} />
      <div className={classes.ruleActs}>
        <Button size="compact-xs" variant="subtle" leftSection={<IconPlus size={13} aria-hidden="true" />} onClick={() => change({ ...stage, rules: [...stage.rules, { touchpoints: [], at_least: 1 }] })}>
          {stage.rules.length === 0 ? say("stages.add_rule") : say("stages.or_rule")}
        </Button>
        {remove && (
          <Button size="compact-xs" variant="subtle" color="red" leftSection={<IconTrash size={13} aria-hidden="true" />} onClick={remove}>
            {say("stages.remove_stage")}
          </Button>
        )}
      </div>
    </div>
  );
}
