// Loaded by every page: the frame, keyboard shortcuts, forms and fields.
import "./frame.js";
import "./datetime.js";
import "./choices.js";
import "./combobox.js";
import "./rows.js";
import "./forms.js";
import "./shortcuts.js";
