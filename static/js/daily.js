// Today's values of all running patients: the grid of a case, with a case in each line. Every value is saved to its own.

import { begin } from "./autosave.js";
import "./grid.js";
import "./grid_note.js";
import "./grid_paste.js";
import "./slips.js";
import "./typed_units.js";

begin();
