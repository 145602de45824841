import { known, useTexts } from "~/texts/texts";

/** Who did something: a rule by its name, a session in words, a key or a person as they are called. */
export function useBy(): (who: string) => string {
  const { say } = useTexts();
  return (who) => {
    const key = `marks.by_${who.replace("rule:", "")}`;
    return known(key) ? say(key) : who;
  };
}
