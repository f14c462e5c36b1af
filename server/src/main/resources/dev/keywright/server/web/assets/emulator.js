// The page of the emulator: follows the journal, and shows again what a request may have changed.

import { connectControls, showClock, showFaults, showScenarios, showWorld } from "./emulator-controls.js";
import { followRequests } from "./emulator-requests.js";

/** What is to be shown again after a request, and is asked for once for all that came together. */
const due = new Set();

function showAgain(...parts) {
  if (due.size === 0) {
    setTimeout(() => {
      const all = [...due];
      due.clear();
      all.forEach((part) => part());
    }, 100);
  }
  parts.forEach((part) => due.add(part));
}

connectControls();
showAgain(showWorld, showScenarios, showFaults, showClock);
followRequests(({ path, fault }) => {
  if (path === "/emulator/reset" || path.startsWith("/developers")) {
    showAgain(showWorld, showFaults, showClock);
  } else if (fault || path === "/emulator/faults" || path === "/emulator/scenarios") {
    showAgain(showFaults);
  } else if (path === "/emulator/clock") {
    showAgain(showClock);
  }
});
