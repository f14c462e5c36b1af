// Shows the copy buttons, which do nothing without this script, and copies what they name.
"use strict";

for (const button of document.querySelectorAll("button[data-copy]")) {
  const source = document.getElementById(button.dataset.copy);
  const text = () => ("value" in source ? source.value : source.textContent).trim();
  const select = () => {
    if ("select" in source) {
      source.select();
    } else {
      getSelection().selectAllChildren(source);
    }
  };
  // What a person hears stands in the label, which hides the text.
  const label = button.getAttribute("aria-label");
  button.hidden = false;
  button.setAttribute("aria-live", "polite");
  button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(text());
      button.textContent = "Copied";
      button.setAttribute("aria-label", "Copied");
      setTimeout(() => {
        button.textContent = "Copy";
        button.setAttribute("aria-label", label);
      }, 2000);
    } catch {
      // No clipboard without TLS or permission: what is to be copied is selected, and the keyboard does the rest.
      select();
    }
  });
}
