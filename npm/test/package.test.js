// Everything here is about the package as it is installed. One process, so that it is packed and installed once.

import "./suites/package.js";
import "./suites/command.js";
import "./suites/start.js";
import "./suites/control.js";
import "./suites/lifetime.js";
import "./suites/typings.js";
import "./suites/runtime.js";
