// The secret of a one-time link is behind the #, which no browser sends anywhere. It goes into the form here, and out of the
// address bar and the history. Without this script a person copies it.
const code = decodeURIComponent(location.hash.slice(1));
const field = document.querySelector("[data-one-time-code]");
if (field && code) {
  field.querySelector("input").value = code;
  field.hidden = true;
  history.replaceState(null, "", location.pathname);
}
