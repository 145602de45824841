import { Input, NumberInput, Select } from "@mantine/core";
import { useId } from "@mantine/hooks";
import { useTexts } from "~/texts/texts";
import { type Unit, UNITS, readDuration } from "../duration";
import classes from "./fields.module.css";

interface DurationProps {
  label: string;
  written: string;
  change: (written: string) => void;
}

/** A number and a unit, written as the questions read it: `7d`. */
export function DurationField({ label, written, change }: DurationProps) {
  const { say } = useTexts();
  const id = useId();
  const { count, unit } = readDuration(written);
  const set = (next: number | "", of: Unit) => change(next === "" ? "" : `${next}${of}`);
  return (
    <Input.Wrapper id={id} size="xs" label={label}>
      <div className={classes.duration}>
        <NumberInput id={id} key={written} size="xs" placeholder={say("explore.no_limit")} defaultValue={count} min={1} max={999_999} allowDecimal={false} hideControls onBlur={(event) => set(Number.parseInt(event.currentTarget.value.replaceAll(/\D/g, ""), 10) || "", unit)} onKeyDown={(event) => event.key === "Enter" && event.currentTarget.blur()} />
        <Select size="xs" aria-label={`${label}: ${say("explore.unit")}`} data={UNITS.map((value) => ({ value, label: say(`explore.unit_${value}`) }))} value={unit} onChange={(of) => set(count, (of ?? "d") as Unit)} allowDeselect={false} />
      </div>
    </Input.Wrapper>
  );
}
