import type { Name } from "~/api/types";
import { type Language, useTexts } from "~/texts/texts";

export function nameIn(name: Name, language: Language): string {
  return language === "vi" ? name.vi || name.en : name.en || name.vi;
}

/** A name from the data; marked with its own language when it has none in the reader's. */
export function Named({ name }: { name: Name }) {
  const { language } = useTexts();
  const own = language === "vi" ? name.vi : name.en;
  if (own) return <>{own}</>;
  return <span lang={language === "vi" ? "en" : "vi"}>{nameIn(name, language)}</span>;
}

export function useName(): (name: Name) => string {
  const { language } = useTexts();
  return (name) => nameIn(name, language);
}
