import { TextInput } from "@mantine/core";
import { type TextKey, useTexts } from "~/texts/texts";
import { type Mapping, textOf } from "./mapping";
import classes from "./wizard.module.css";

const FIELDS: { key: string; text: TextKey; sample: string }[] = [
  { key: "name", text: "import.general_name", sample: "" },
  { key: "time_format", text: "import.general_time_format", sample: "%d/%m/%Y %H:%M" },
  { key: "timezone", text: "import.general_timezone", sample: "Asia/Ho_Chi_Minh" },
  { key: "currency", text: "import.general_currency", sample: "VND" },
  { key: "country", text: "import.general_country", sample: "VN" },
];

export function GeneralFields({ mapping, change }: { mapping: Mapping; change: (mapping: Mapping) => void }) {
  const { say } = useTexts();
  const set = (key: string, value: string) => {
    const changed: Mapping = { ...mapping, [key]: value };
    if (value === "" && key !== "name") delete changed[key];
    change(changed);
  };
  return (
    <fieldset className={classes.field}>
      <legend>{say("import.general")}</legend>
      <div className={classes.general}>
        {FIELDS.map(({ key, text, sample }) => (
          <TextInput key={key} size="xs" label={say(text)} placeholder={sample} value={textOf(mapping[key])} onChange={(event) => set(key, event.currentTarget.value)} />
        ))}
      </div>
    </fieldset>
  );
}
