import { NumberInput, Select } from "@mantine/core";
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
  const { count, unit } = readDuration(written);
  const set = (next: number | "", of: Unit) => change(next === "" ? "" : `${next}${of}`);
  return (
    <div className={classes.duration}>
      <NumberInput key={written} size="xs" label={label} placeholder={say("explore.no_limit")} defaultValue={count} min={1} max={999_999} allowDecimal={false} onBlur={(event) => set(Number.parseInt(event.currentTarget.value.replaceAll(/\D/g, ""), 10) || "", unit)} onKeyDown={(event) => event.key === "Enter" && event.currentTarget.blur()} />
      <Select size="xs" aria-label={`${label}: ${say("explore.unit")}`} data={UNITS.map((value) => ({ value, label: say(`explore.unit_${value}`) }))} value={unit} onChange={(of) => set(count, (of ?? "d") as Unit)} allowDeselect={false} />
    </div>
  );
}
