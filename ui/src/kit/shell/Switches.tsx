import { ActionIcon, SegmentedControl, useComputedColorScheme, useMantineColorScheme } from "@mantine/core";
import { IconMoon, IconSun } from "@tabler/icons-react";
import { chooseLanguage, type Language, useTexts } from "~/texts/texts";

/** English and Vietnamese, each written in itself. */
export function LanguageSwitch() {
  const { say, language } = useTexts();
  return (
    <SegmentedControl
      size="xs"
      aria-label={say("shell.language")}
      value={language}
      onChange={(chosen) => chooseLanguage(chosen as Language)}
      data={[
        { value: "en", label: <span lang="en" title="English">EN</span> },
        { value: "vi", label: <span lang="vi" title="Tiếng Việt">VI</span> },
      ]}
    />
  );
}

export function ThemeSwitch() {
  const { say } = useTexts();
  const { setColorScheme } = useMantineColorScheme();
  const dark = useComputedColorScheme("light") === "dark";
  const label = say(dark ? "shell.light" : "shell.dark");
  return (
    <ActionIcon variant="subtle" color="gray" size={30} aria-label={label} title={label} onClick={() => setColorScheme(dark ? "light" : "dark")}>
      {dark ? <IconSun size={17} aria-hidden="true" /> : <IconMoon size={17} aria-hidden="true" />}
    </ActionIcon>
  );
}
