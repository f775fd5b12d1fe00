/** The page's colours: the editor's, which come as CSS variables; in a browser, those of the person's system. */

/** @param isEditor whether an editor says which theme it has, by a class of the body */
export function followTheme(isEditor: boolean, onChange: () => void): void {
  const apply = (): void => {
    const { classList } = document.body;
    const isLight = classList.contains("vscode-light") || classList.contains("vscode-high-contrast-light");
    // Swagger UI is dark by this class.
    document.documentElement.classList.toggle("dark-mode", !isLight);
    onChange();
  };
  if (isEditor) {
    new MutationObserver(apply).observe(document.body, { attributes: true, attributeFilter: ["class"] });
  } else {
    const dark = matchMedia("(prefers-color-scheme: dark)");
    const contrast = matchMedia("(prefers-contrast: more)");
    const follow = (): void => {
      const themes = contrast.matches
        ? ["vscode-high-contrast-light", "vscode-high-contrast"]
        : ["vscode-light", "vscode-dark"];
      document.body.className = `in-browser ${themes[dark.matches ? 1 : 0] ?? ""}`;
      apply();
    };
    dark.addEventListener("change", follow);
    contrast.addEventListener("change", follow);
    follow();
    return;
  }
  apply();
}
