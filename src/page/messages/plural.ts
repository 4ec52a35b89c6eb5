// Messages that depend on a count, by the plural rules of CLDR (Intl.PluralRules).

type Forms<Category extends Intl.LDMLPluralRule> = Readonly<Record<Category | "other", string>>;

/**
 * For a locale whose plural categories are `Category`: forms → message. `#` in a form is the count, formatted.
 * Every category must be given; a test holds the categories against those of Intl.
 *
 * @example createPlural<"one">("en")({ one: "# post", other: "# posts" })(2) // → 2 posts
 */
export function createPlural<Category extends Intl.LDMLPluralRule>(
  locale: string,
): (forms: Forms<Category>) => (count: number) => string {
  // Made at the first use: start-up would pay for every locale.
  let rules: Intl.PluralRules | null = null;
  let numbers: Intl.NumberFormat | null = null;
  return (forms) => {
    const formOf: Partial<Record<Intl.LDMLPluralRule, string>> = forms;
    return (count) => {
      rules ??= new Intl.PluralRules(locale);
      numbers ??= new Intl.NumberFormat(locale);
      const form = formOf[rules.select(count)] ?? forms.other;
      return form.replace("#", numbers.format(count));
    };
  };
}
