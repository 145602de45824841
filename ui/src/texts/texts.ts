import i18next from "i18next";
import { useMemo } from "react";
import { initReactI18next, useTranslation } from "react-i18next";
import en from "./en.json";
import vi from "./vi.json";

export const LANGUAGES = ["en", "vi"] as const;
export type Language = (typeof LANGUAGES)[number];

type Whole<K extends string> = K extends `${infer Base}_one` ? Base : K extends `${infer Base}_other` ? Base : K;
/** A key of the text catalogue; keys ending in `_one`/`_other` are asked for without the ending and take `count`. */
export type TextKey = Whole<keyof typeof en & string>;
export type Places = Record<string, string | number>;
export type Say = (key: TextKey, places?: Places) => string;

const KEPT = "wend.language";

function startingLanguage(): Language {
  const kept = localStorage.getItem(KEPT);
  if (kept === "en" || kept === "vi") return kept;
  return navigator.language.toLowerCase().startsWith("vi") ? "vi" : "en";
}

export function startTexts(): void {
  void i18next.use(initReactI18next).init({
    resources: { en: { translation: en }, vi: { translation: vi } },
    lng: startingLanguage(),
    fallbackLng: false,
    keySeparator: false,
    nsSeparator: false,
    interpolation: { escapeValue: false, prefix: "{", suffix: "}" },
  });
  document.documentElement.lang = i18next.language;
}

export function chooseLanguage(language: Language): void {
  localStorage.setItem(KEPT, language);
  document.documentElement.lang = language;
  void i18next.changeLanguage(language);
}

export function currentLanguage(): Language {
  return i18next.language === "vi" ? "vi" : "en";
}

/** The sentence under a key in the language on screen. */
export function useTexts(): { say: Say; language: Language } {
  const { t, i18n } = useTranslation();
  const language: Language = i18n.language === "vi" ? "vi" : "en";
  return useMemo(() => ({ say: (key: TextKey, places?: Places) => t(key, places ?? {}) as string, language }), [t, language]);
}

/** True when the catalogue has this key: for keys made from data, such as a channel's name. */
export function known(key: string): key is TextKey {
  return key in en;
}
