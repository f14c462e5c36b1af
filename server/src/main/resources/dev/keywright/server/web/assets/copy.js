// Shows the copy buttons, which do nothing without this script, and copies what they name.

const SECONDS = 2;

/** Has a button copy a text, and say that it did; `select` marks the text where nothing can be copied. */
export function copies(button, text, select) {
  // What a person hears stands in the label, which hides the text.
  const label = button.getAttribute("aria-label");
  button.setAttribute("aria-live", "polite");
  button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(text());
      button.textContent = "Copied";
      button.setAttribute("aria-label", "Copied");
      setTimeout(() => {
        button.textContent = "Copy";
        button.setAttribute("aria-label", label);
      }, SECONDS * 1000);
    } catch {
      // No clipboard without TLS or permission: what is to be copied is selected, and the keyboard does the rest.
      select();
    }
  });
}

for (const button of document.querySelectorAll("button[data-copy]")) {
  const source = document.getElementById(button.dataset.copy);
  button.hidden = false;
  copies(
    button,
    () => ("value" in source ? source.value : source.textContent).trim(),
    () => ("select" in source ? source.select() : getSelection().selectAllChildren(source)),
  );
}
